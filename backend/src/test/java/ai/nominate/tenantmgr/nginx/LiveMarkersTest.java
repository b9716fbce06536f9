package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveMarkersTest {
    private static final TenantSlug ACME = new TenantSlug("acme");

    @TempDir
    Path root;

    private LiveMarkers markers;

    @BeforeEach
    void begin() {
        markers = new LiveMarkers(new TenantFiles(new Home(root)));
    }

    @Test
    void a_tenant_that_was_never_switched_has_no_live_slot() {
        assertThat(markers.live(ACME)).isEmpty();
        markers.clear(ACME, Permit.ALWAYS);
        markers.up(ACME, Permit.ALWAYS);
    }

    @Test
    void a_switch_leaves_one_marker_and_may_be_repeated() throws IOException {
        for (Slot slot : List.of(Slot.A, Slot.B, Slot.B, Slot.A)) {
            markers.switchTo(ACME, slot, Permit.ALWAYS);
            assertThat(markers.live(ACME)).contains(slot);
            assertThat(files()).containsExactly(slot.id());
        }
    }

    @Test
    void a_switch_that_was_cut_short_is_finished_by_the_next() throws IOException {
        markers.switchTo(ACME, Slot.A, Permit.ALWAYS);
        Files.createFile(root.resolve("tenants/acme/live/b"));
        assertThat(markers.live(ACME)).contains(Slot.B);
        markers.switchTo(ACME, Slot.A, Permit.ALWAYS);
        assertThat(files()).containsExactly("a");
    }

    @Test
    void down_hides_the_live_slot_without_forgetting_it() throws IOException {
        markers.switchTo(ACME, Slot.B, Permit.ALWAYS);
        markers.down(ACME, Permit.ALWAYS);
        markers.down(ACME, Permit.ALWAYS);
        assertThat(markers.isDown(ACME)).isTrue();
        assertThat(markers.live(ACME)).contains(Slot.B);
        markers.up(ACME, Permit.ALWAYS);
        assertThat(files()).containsExactly("b");
    }

    @Test
    void maintenance_by_hand_stays_through_switches() throws IOException {
        markers.close(ACME, "page", Permit.ALWAYS);
        markers.switchTo(ACME, Slot.A, Permit.ALWAYS);
        markers.down(ACME, Permit.ALWAYS);
        markers.up(ACME, Permit.ALWAYS);
        markers.close(ACME, "another page", Permit.ALWAYS);

        assertThat(markers.isClosed(ACME)).isTrue();
        assertThat(markers.isDown(ACME)).isFalse();
        assertThat(files()).containsExactly("a", "maintenance.html");

        markers.open(ACME, Permit.ALWAYS);
        markers.open(ACME, Permit.ALWAYS);
        assertThat(markers.isClosed(ACME)).isFalse();
        assertThat(files()).containsExactly("a");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("tenants/acme/live"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
