package ai.nominate.tenantmgr.slot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotLimitsTest {
    private static final TenantSlug ACME = new TenantSlug("acme");
    private final AtomicInteger reads = new AtomicInteger();

    @TempDir
    Path root;

    private Home home;
    private TenantFiles files;
    private SlotManifests slots;
    private SlotLimits limits;

    @BeforeEach
    void two_releases() {
        home = new Home(root);
        files = new TenantFiles(home);
        Map<String, Manifest> manifests = Map.of("r1", manifest("memory: 128M, tasks: 40"), "r2", manifest(""));
        SlotRelease releases = new SlotRelease(null) {
            @Override
            public Release of(String id) {
                reads.incrementAndGet();
                return manifests.containsKey(id)
                        ? new Release(id, Optional.empty(), "c1", manifests.get(id), root.resolve(id))
                        : null;
            }
        };
        slots = new SlotManifests(files, releases);
        limits = new SlotLimits(slots);
    }

    @Test
    void a_service_is_held_to_the_manifest_of_the_release_that_its_slot_leads_to() {
        leads(Slot.A, "r1");
        leads(Slot.B, "r2");

        assertThat(limits.of(ACME, Slot.A, ServiceName.BACKEND)).isEqualTo(new Limits(128 << 20, 40));
        assertThat(limits.of(ACME, Slot.B, ServiceName.BACKEND)).isEqualTo(new Limits(256 << 20, 256));

        leads(Slot.A, "r2");
        assertThat(limits.of(ACME, Slot.A, ServiceName.BACKEND)).isEqualTo(new Limits(256 << 20, 256));
        assertThat(reads).as("each release is read once").hasValue(2);
    }

    @Test
    void a_slot_that_leads_nowhere_stops_no_other() {
        assertThat(limits.of(ACME, Slot.A, ServiceName.BACKEND)).isEqualTo(new Limits(0, 0));

        leads(Slot.A, "unknown");
        assertThat(limits.of(ACME, Slot.A, ServiceName.BACKEND)).isEqualTo(new Limits(0, 0));
    }

    @Test
    void the_units_of_a_slot_bear_the_limits() {
        leads(Slot.A, "r1");
        SafeFiles.write(files.launch(ACME, Slot.A, ServiceName.BACKEND), "exec ./run\n", "rwx------");

        Unit unit = new TenantServices(null, files, limits, slots, null)
                .units(ACME, Slot.A)
                .getFirst();

        assertThat(unit.limits()).isEqualTo(new Limits(128 << 20, 40));
        assertThat(unit.directory()).isEqualTo(files.release(ACME, Slot.A));
    }

    private void leads(Slot slot, String release) {
        SafeFiles.link(files.release(ACME, slot), home.releases().resolve(release));
    }

    private static Manifest manifest(String limits) {
        String yaml = """
                apiVersion: tenantmgr/v1
                name: campaign
                services: { backend: { command: ["./run"], health: /health, %s } }
                routes: { "/": backend }
                """.formatted(limits);
        return ((ManifestResult.Valid) ManifestReader.read(yaml)).manifest();
    }
}
