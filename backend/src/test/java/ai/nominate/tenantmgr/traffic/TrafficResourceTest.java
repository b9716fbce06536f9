package ai.nominate.tenantmgr.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests from the log to the answer, with the real database. */
@QuarkusTest
class TrafficResourceTest {
    private final Api operator = Api.as(Role.OPERATOR);
    private final Api viewer = Api.as(Role.VIEWER);

    @Inject
    TrafficTable table;

    @Inject
    TrafficDays days;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @TempDir
    Path directory;

    private Instant hour;

    @BeforeEach
    void an_hour_that_has_passed() {
        hour = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
    }

    @Test
    void a_tenant_without_requests_has_no_steps() {
        tenant("traffic-none");

        Answer traffic = viewer.get("/api/tenants/traffic-none/traffic?resolution=1m&from=" + hour)
                .expect(200);

        assertThat(traffic.at("steps")).isEmpty();
        assertThat(traffic.at("total/requests").longValue()).isZero();
        assertThat(traffic.at("total/p95Ms").isNull()).isTrue();
    }

    @Test
    void requests_are_counted_by_minute_and_by_hour() throws IOException {
        tenant("traffic-some");
        older("traffic-some");
        write("traffic-some", 1, 200, 4, 20);
        write("traffic-some", 2, 404, 4, 10);
        write("traffic-some", 2, 503, 900, 1);
        write("traffic-nobody", 2, 200, 1, 5);
        LogPosition end = count(LogPosition.NONE);
        write("traffic-some", 2, 200, 4, 9); // a line that came late
        count(end);

        Answer minutes = viewer.get(address("traffic-some", "1m")).expect(200);
        Answer hours = viewer.get(address("traffic-some", "1h")).expect(200);

        assertThat(minutes.at("steps")).hasSize(2);
        assertThat(minutes.text("steps/1/at")).isEqualTo(hour.plusSeconds(120).toString());
        assertThat(minutes.at("steps/1/requests").intValue()).isEqualTo(20);
        assertThat(minutes.at("steps/1/clientErrors").intValue()).isEqualTo(10);
        assertThat(minutes.at("steps/1/serverErrors").intValue()).isEqualTo(1);
        assertThat(minutes.at("steps/1/p50Ms").intValue()).isBetween(3, 5);
        assertThat(minutes.at("total/requests").intValue()).isEqualTo(40);
        assertThat(minutes.at("total/bytes").intValue()).isEqualTo(40 * 1024);
        assertThat(hours.at("steps")).hasSize(1);
        assertThat(hours.at("total")).isEqualTo(minutes.at("total"));
        assertThat(viewer.get(address("traffic-some", "5m"))
                        .expect(200)
                        .at("steps/0/requests")
                        .intValue())
                .isEqualTo(40);
    }

    @Test
    void the_last_minute_is_in_the_list_in_the_overview_and_in_the_event() throws IOException {
        tenant("traffic-now");
        older("traffic-now");
        Instant minute = now().minusSeconds(60).truncatedTo(ChronoUnit.MINUTES);
        write("traffic-now", minute, 200, 4, 5);
        write("traffic-now", minute, 503, 4, 1);

        count(stored(), log().read(LogPosition.NONE, minute.plusSeconds(60)));

        Answer list = viewer.get("/api/tenants?search=traffic-now").expect(200);
        assertThat(list.text("items/0/lastMinute/at")).isEqualTo(minute.toString());
        assertThat(list.at("items/0/lastMinute/requests").intValue()).isEqualTo(6);
        assertThat(list.at("items/0/lastMinute/serverErrors").intValue()).isEqualTo(1);
        Answer overview = viewer.get("/api/overview").expect(200);
        assertThat(overview.at("traffic/0/requests").intValue()).isEqualTo(6);
        assertThat(overview.at("traffic/0/serverErrors").intValue()).isEqualTo(1);
        assertThat(lastEvent())
                .contains("\"tenants\":{\"traffic-now\":[6,1]}", "\"at\":\"" + minute + "\"", "\"requests\":6");

        write("traffic-now", minute, 200, 4, 1);
        count(stored(), log().read(stored(), minute.plusSeconds(60)));
        assertThat(lastEvent()).as("of a part of a minute").doesNotContain("tenants");
    }

    private Instant now() {
        return Reactive.await(() -> pool.query("select now() as now").execute())
                .iterator()
                .next()
                .getOffsetDateTime("now")
                .toInstant();
    }

    private String lastEvent() {
        return Reactive.await(
                        () -> pool.query("select payload from event where topic = 'traffic' order by seq desc limit 1")
                                .execute())
                .iterator()
                .next()
                .getString("payload");
    }

    @Test
    void no_request_is_counted_twice() throws IOException {
        tenant("traffic-once");
        older("traffic-once");
        write("traffic-once", 1, 200, 4, 3);
        LogPosition before = stored();
        TrafficLog.Read read = log().read(LogPosition.NONE, clock.instant());
        count(before, read);

        assertThatThrownBy(() -> count(before, read)).isInstanceOf(PermitLost.class);

        assertThat(stored()).isEqualTo(read.end());
        assertThat(viewer.get(address("traffic-once", "1m"))
                        .expect(200)
                        .at("total/requests")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void requests_to_an_earlier_tenant_of_that_name_are_not_counted() throws IOException {
        tenant("traffic-new");
        write("traffic-new", 1, 200, 4, 3);
        count(LogPosition.NONE);

        assertThat(viewer.get(address("traffic-new", "1m")).expect(200).at("steps"))
                .isEmpty();
    }

    @Test
    void a_period_that_makes_no_sense_is_refused() {
        tenant("traffic-asked");

        viewer.get("/api/tenants/traffic-asked/traffic?resolution=2m").refuses(400, "request.invalid");
        viewer.get("/api/tenants/no-such-tenant/traffic").refuses(404, "tenant.unknown");
    }

    private void write(String tenant, int minute, int status, int ms, int count) throws IOException {
        write(tenant, hour.plusSeconds(minute * 60L), status, ms, count);
    }

    private void write(String tenant, Instant at, int status, int ms, int count) throws IOException {
        String line = String.format(Locale.ROOT, "%d.000 %s %d 1024 0.%03d\n", at.getEpochSecond(), tenant, status, ms);
        Files.writeString(log().log(), line.repeat(count), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private TrafficLog log() {
        return new TrafficLog(directory.resolve("traffic.log"), directory.resolve("traffic.log.1"));
    }

    private LogPosition count(LogPosition from) {
        TrafficLog.Read read = log().read(from, clock.instant());
        return count(stored(), read);
    }

    private LogPosition count(LogPosition before, TrafficLog.Read read) {
        Reactive.await(() -> days.ensure(read.part().minutes.days()));
        Permit.ALWAYS.transaction(() -> table.add(before, read));
        return read.end();
    }

    private LogPosition stored() {
        return Reactive.await(table::position);
    }

    private String address(String tenant, String resolution) {
        return "/api/tenants/" + tenant + "/traffic?from=" + hour + "&to=" + hour.plus(Duration.ofHours(1))
                + "&resolution=" + resolution;
    }

    /** By the clock of the tests and by that of the database, which may differ by days. */
    private void older(String slug) {
        Reactive.await(() -> pool.query("update tenant set created_at = least(created_at, now()) - interval '1 day'"
                        + " where slug = '" + slug + "'")
                .execute());
    }

    private void tenant(String slug) {
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
    }
}
