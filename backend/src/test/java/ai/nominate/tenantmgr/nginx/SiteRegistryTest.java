package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.Slot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows of sites, written and read in a real PostgreSQL. */
@QuarkusTest
class SiteRegistryTest {
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final PortNumber BACKEND = new PortNumber(16_001);
    private static final PortNumber FRONTEND = new PortNumber(16_000);
    private static final Routes BOTH = new Routes(
            new TreeMap<>(Map.of("/", Stage.TO_FRONTEND, "/api/", Stage.TO_BACKEND)),
            Map.of("/theme.css", "theme.css"));
    private static final Routes ONE = new Routes(new TreeMap<>(Map.of("/", Stage.TO_FRONTEND)), Map.of());

    private final String slug = "listed-" + TENANTS.incrementAndGet();
    private UUID tenant;

    @Inject
    SiteRegistry registry;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void a_tenant() {
        Map<String, String> wanted = Map.of("name", slug, "slug", slug, "domain", slug + ".example");
        tenant = UUID.fromString(
                Api.admin().post("/api/tenants", wanted).expect(201).text("id"));
    }

    @AfterEach
    void the_tenant_is_gone() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from tenant where id = '" + tenant + "'");
        }
    }

    @Test
    void a_site_is_read_as_it_was_written() {
        SlotSite both = new SlotSite(Map.of(1, BACKEND, 0, FRONTEND), "r1", BOTH);
        SlotSite one = new SlotSite(Map.of(0, FRONTEND), "r2", ONE);

        registry.put(tenant, Slot.A, both, Permit.ALWAYS);
        registry.put(tenant, Slot.B, one, Permit.ALWAYS);

        assertThat(site().slots()).isEqualTo(Map.of(Slot.A, both, Slot.B, one));
    }

    @Test
    void a_site_is_replaced_and_removed() {
        SlotSite one = new SlotSite(Map.of(0, FRONTEND), "r1", ONE);
        SlotSite both = new SlotSite(Map.of(1, BACKEND, 0, FRONTEND), "r2", BOTH);
        registry.put(tenant, Slot.A, both, Permit.ALWAYS);
        registry.put(tenant, Slot.A, one, Permit.ALWAYS);

        assertThat(site().slots()).isEqualTo(Map.of(Slot.A, one));

        registry.remove(tenant, Slot.A, Permit.ALWAYS);
        assertThat(registry.all()).noneMatch(site -> site.slug().value().equals(slug));
    }

    private Site site() {
        return registry.all().stream()
                .filter(site -> site.slug().value().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
