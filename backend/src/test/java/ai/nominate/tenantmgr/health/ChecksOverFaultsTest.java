package ai.nominate.tenantmgr.health;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Checks go on over the faults of managers and of their database, and no fault of theirs is one of a tenant: two managers of one server,
 * on the real database, with a clock of the test.
 */
@QuarkusTest
class ChecksOverFaultsTest {
    /** Too few for a mass failure, which would hold failures back by itself. */
    private static final int TENANTS = 4;

    private static final int LEASE_S = 30;
    private static final int INTERVAL_S = 60;

    @Inject
    HealthTable table;

    @Inject
    HealthPartitions partitions;

    @Inject
    Settings settings;

    @Inject
    Pool pool;

    @Inject
    Clock ofTheApplication;

    private final Set<UUID> failing = new HashSet<>();
    private List<UUID> tenants;
    private List<CheckTarget> targets;
    private Instant now;

    @BeforeEach
    void tenants_that_serve(TestInfo test) {
        String prefix = "faults-" + Integer.toHexString(test.getDisplayName().hashCode());
        Api operator = Api.as(Role.OPERATOR);
        tenants = IntStream.range(0, TENANTS)
                .mapToObj(number -> prefix + "-" + number)
                .map(slug -> UUID.fromString(
                        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                                .expect(201)
                                .text("id")))
                .toList();
        targets = tenants.stream().map(Checked::target).toList();
        now = ofTheApplication.instant();
    }

    @Test
    void another_manager_makes_every_check_within_lease_and_interval_and_repeats_no_change() {
        UUID bad = tenants.get(3);
        OneManager first = manager();
        live(first, 2 * INTERVAL_S);
        failing.add(bad);
        while (streak(bad) < 2) {
            live(first, 1);
        }
        Instant killed = now;
        now = now.plusSeconds(LEASE_S);

        OneManager second = manager();
        live(second, INTERVAL_S);

        for (UUID tenant : tenants) {
            Instant resumed = samplesAfter(tenant, killed)
                    .getFirst()
                    .getOffsetDateTime("at")
                    .toInstant();
            assertThat(resumed).isBeforeOrEqualTo(killed.plusSeconds(LEASE_S + INTERVAL_S));
        }
        assertThat(changes(bad))
                .as("the third failure in a row, the second manager's first")
                .containsExactly("healthy", "unhealthy");
        live(second, 2 * INTERVAL_S);
        failing.clear();
        live(second, 2 * INTERVAL_S);
        assertThat(changes(bad)).containsExactly("healthy", "unhealthy", "healthy");
        assertThat(incidents(bad)).isEqualTo(1);
        for (UUID tenant : tenants) {
            assertThat(changes(tenant)).startsWith("healthy").hasSize(tenant.equals(bad) ? 3 : 1);
        }
    }

    @Test
    void while_the_database_is_away_for_a_minute_no_tenant_is_down_although_all_fail() {
        OneManager manager = manager();
        live(manager, 2 * INTERVAL_S);
        Instant away = now;

        manager.database(false);
        failing.addAll(tenants); // their databases are on the same server
        live(manager, 60);
        manager.database(true);
        live(manager, 20);
        failing.clear();
        live(manager, 2 * INTERVAL_S);

        for (UUID tenant : tenants) {
            assertThat(samplesAfter(tenant, away))
                    .as("what was seen meanwhile is kept, and says nothing of the tenant")
                    .hasSizeGreaterThan(2)
                    .noneMatch(row -> row.getShort("verdict") == 2);
            assertThat(changes(tenant)).isSubsetOf("healthy", "unknown").endsWith("healthy");
            assertThat(incidents(tenant)).isZero();
        }
    }

    @Test
    void a_manager_that_was_stopped_past_its_lease_writes_nothing_of_what_it_saw() {
        OneManager first = manager();
        live(first, 2 * INTERVAL_S);
        while (first.heldLooks() < 2) {
            now = now.plusSeconds(1);
            first.stopInItsLooks();
        }
        now = now.plusSeconds(LEASE_S);
        first.loseLease();
        OneManager second = manager();
        live(second, INTERVAL_S);
        List<Long> counted = tenants.stream().map(this::samples).toList();

        failing.addAll(tenants);
        first.goOn();
        live(first, INTERVAL_S * 4);

        assertThat(tenants.stream().map(this::samples)).isEqualTo(counted);
        assertThat(tenants).allSatisfy(tenant -> assertThat(changes(tenant)).containsExactly("healthy"));
    }

    private OneManager manager() {
        return new OneManager(targets, failing::contains, table, partitions, settings, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    private void live(OneManager manager, int seconds) {
        for (int second = 0; second < seconds; second++) {
            manager.second();
            now = now.plus(Duration.ofSeconds(1));
        }
        manager.second();
        manager.second(); // what it saw last is written a turn later
    }

    private List<Row> samplesAfter(UUID tenant, Instant time) {
        return query("select at, verdict from health_sample where kind = 1 and tenant_id = '" + tenant + "' and at > '"
                + time + "' order by at");
    }

    private long samples(UUID tenant) {
        return query("select count(*) as n from health_sample where tenant_id = '" + tenant + "'")
                .getFirst()
                .getLong("n");
    }

    private int streak(UUID tenant) {
        return query(
                        "select streak from health_check where kind = 'frontend' and next_health = 'unhealthy' and tenant_id = '"
                                + tenant + "'")
                .stream()
                .mapToInt(row -> row.getInteger("streak"))
                .findFirst()
                .orElse(0);
    }

    private int incidents(UUID tenant) {
        return query("select 1 from health_incident where tenant_id = '" + tenant + "'")
                .size();
    }

    /** The health of its site, as events tell it. */
    private List<String> changes(UUID tenant) {
        return query(
                        "select payload::json ->> 'health' as health from event where type = 'health.changed' and tenant_id = '"
                                + tenant + "' and payload::json ->> 'kind' = 'frontend' order by id")
                .stream()
                .map(row -> row.getString("health"))
                .toList();
    }

    private List<Row> query(String sql) {
        RowSet<Row> rows = Reactive.await(() -> pool.query(sql).execute());
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
