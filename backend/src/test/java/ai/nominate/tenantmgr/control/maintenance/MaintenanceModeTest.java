package ai.nominate.tenantmgr.control.maintenance;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MaintenanceModeTest {
    private final Api operator = Api.as(Role.OPERATOR);
    private final String slug = "m" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/api/tenants/" + slug;

    @Inject
    TenantFiles files;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void a_tenant() {
        operator.post("/api/tenants", Map.of("name", "Acme <b>", "slug", slug, "domain", slug + ".example"))
                .expect(201);
    }

    @Test
    void visitors_get_its_page_until_somebody_ends_it() {
        assertThat(operator.get(path).expect(200).at("maintenance").isNull()).isTrue();

        Answer begun = operator.put(path + "/maintenance", Map.of("message", "Back at <six> & more"))
                .expect(200);

        assertThat(begun.text("startedBy")).isNotBlank();
        assertThat(begun.at("until").isNull()).isTrue();
        eventually("the page is there", () -> page().contains("Back at &lt;six&gt; &amp; more"));
        assertThat(page()).contains("Acme &lt;b&gt; will be back soon").doesNotContain("<b>", "<script");
        assertThat(operator.get(path).text("maintenance/message")).isEqualTo("Back at <six> & more");
        assertThat(inList()).isTrue();
        assertThat(audit()).contains("tenant.maintenance");

        String until = clock.instant()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Answer changed =
                operator.put(path + "/maintenance", Map.of("until", until)).expect(200);
        assertThat(changed.text("until")).isEqualTo(until);
        assertThat(changed.text("since")).isEqualTo(begun.text("since"));
        eventually("the page tells the end", () -> page().contains("Expected to end: "));

        operator.send("DELETE", path + "/maintenance", null).expect(204);
        operator.send("DELETE", path + "/maintenance", null).expect(204);
        eventually("visitors reach the site", () -> !Files.exists(file()));
        assertThat(inList()).isFalse();
        assertThat(audit()).contains("tenant.maintenance-end");
    }

    @Test
    void it_ends_by_itself_at_its_time() throws SQLException {
        String until = clock.instant().plus(1, ChronoUnit.HOURS).toString();
        operator.put(path + "/maintenance", Map.of("until", until)).expect(200);
        eventually("the page is there", () -> Files.exists(file()));

        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute("update tenant_maintenance set until = now() where tenant_id = "
                    + "(select id from tenant where slug = '" + slug + "')");
        }

        eventually("visitors reach the site", () -> !Files.exists(file()));
        assertThat(operator.get(path).at("maintenance").isNull()).isTrue();
        assertThat(audit()).contains("\"actor\":\"tenantmgr\"");
    }

    @Test
    void what_cannot_be_told_or_has_no_end_in_sight_is_refused() {
        for (String until : new String[] {
            "tomorrow",
            "2020-01-01T00:00:00Z",
            clock.instant().plus(40, ChronoUnit.DAYS).toString()
        }) {
            operator.put(path + "/maintenance", Map.of("until", until))
                    .refuses(400, "request.invalid")
                    .names("until");
        }
        for (String message : new String[] {" ", "two\nlines", "x".repeat(301)}) {
            operator.put(path + "/maintenance", Map.of("message", message))
                    .refuses(400, "request.invalid")
                    .names("message");
        }
    }

    private Path file() {
        return files.live(new TenantSlug(slug)).resolve("maintenance.html");
    }

    private String page() {
        try {
            return Files.exists(file()) ? Files.readString(file()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean inList() {
        return operator.get("/api/tenants?search=" + slug)
                .expect(200)
                .at("items/0/inMaintenance")
                .booleanValue();
    }

    private String audit() {
        return Api.admin()
                .get("/api/audit?size=20&tenant=" + operator.get(path).text("id"))
                .expect(200)
                .body();
    }
}
