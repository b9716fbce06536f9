package ai.nominate.tenantmgr.slot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlotInspectionTest {
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final String MANIFEST = """
            apiVersion: tenantmgr/v1
            name: inspected
            services:
              backend: { command: ["./run"], health: /health, memory: 64M }
            routes: { "/": backend }
            """;
    private final Api admin = Api.admin();
    private final String slug = "inspected-" + TENANTS.incrementAndGet();
    private final String release = "release-of-" + slug;
    private String id;

    @Inject
    SlotInspection inspection;

    @Inject
    SlotEnvironment environments;

    @Inject
    SlotFiles slots;

    @Inject
    Releases releases;

    @Inject
    TenantRegistry tenants;

    @Inject
    TenantFiles files;

    @Inject
    Home home;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void a_live_slot_with_an_earlier_configuration_as_a_rollback_leaves_it() throws SQLException {
        Map<String, Object> wanted =
                Map.of("name", slug, "slug", slug, "domain", slug + ".example", "config", titled("As it was"));
        id = admin.post("/api/tenants", wanted).expect(201).text("id");
        String manifest = ((ManifestResult.Valid) ManifestReader.read(MANIFEST))
                .manifest()
                .toJson();
        SafeFiles.directory(home.releases().resolve(release), "rwxr-xr-x");
        execute(
                "insert into release (id, server_id, source_kind, source_location, commit, manifest, state) values ('"
                        + release + "', 1, 'directory', '/nowhere', 'abc', '" + manifest + "', 'ready')",
                "update tenant set live_slot = 'a', status = 'stopped' where id = '" + id + "'",
                "insert into tenant_slot (tenant_id, slot, release_id, config_version, domain, status) values ('" + id
                        + "', 'a', '" + release + "', 1, '" + slug + ".example', 'stopped')"
                        + " on conflict (tenant_id, slot) do update set release_id = excluded.release_id,"
                        + " config_version = excluded.config_version, domain = excluded.domain, status = 'stopped'");
        slots.write(tenant(), Slot.A, release(), environmentOf(1), Permit.ALWAYS);
        configure("As it is");
    }

    /** Stores a new version of the configuration, which the slot does not get before it is restarted. */
    private void configure(String title) {
        admin.put("/api/tenants/" + id + "/config", titled(title)).expect(200);
    }

    @AfterEach
    void the_tenant_is_gone() throws SQLException {
        execute("delete from tenant where id = '" + id + "'", "delete from release where id = '" + release + "'");
        SafeFiles.deleteTree(files.directory(tenantSlug()));
        SafeFiles.deleteTree(home.releases().resolve(release));
    }

    @Test
    void a_slot_that_runs_an_earlier_configuration_after_a_rollback_is_right() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_configuration_that_waits_for_a_restart_is_right() {
        configure("As it will be");

        assertThat(findings()).isEmpty();
    }

    @Test
    void a_value_that_no_version_says_is_drift() throws IOException {
        Files.writeString(environment(), environmentOf(1).replace("As it was", "As nobody said"));

        assertThat(findings())
                .containsExactly("the environment file a.env does not match configuration 1: CAMPAIGN_TITLE");
    }

    @Test
    void a_configuration_that_is_neither_the_started_nor_the_newest_one_is_drift() throws IOException {
        configure("As it will be");
        Files.writeString(environment(), environmentOf(2));

        assertThat(findings()).singleElement().asString().endsWith(": CAMPAIGN_TITLE");
    }

    private List<String> findings() {
        Findings findings = new Findings();
        inspection.inspect(findings);
        assertThat(findings.checks()).isGreaterThan(4);
        return findings.failures().stream()
                .filter(finding -> finding.subject().equals("tenant " + slug))
                .map(Findings.Finding::sentence)
                .toList();
    }

    private String environmentOf(int version) {
        return EnvFile.render(environments.of(tenant(), release(), version).values());
    }

    private Path environment() {
        return files.environment(tenantSlug(), Slot.A);
    }

    private TenantSlug tenantSlug() {
        return new TenantSlug(slug);
    }

    private TenantSnapshot tenant() {
        return Reactive.await(() -> Panache.withSession(() -> tenants.get(UUID.fromString(id))));
    }

    private Release release() {
        return Reactive.await(() -> Panache.withSession(() -> releases.find(release)));
    }

    private static Map<String, Object> titled(String title) {
        return Map.of("env", Map.of("CAMPAIGN_TITLE", Map.of("value", title, "secret", false)));
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
