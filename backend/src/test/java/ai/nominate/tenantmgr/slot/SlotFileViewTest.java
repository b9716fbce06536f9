package ai.nominate.tenantmgr.slot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotFileViewTest {
    private static final TenantSlug ACME = new TenantSlug("acme");
    private final TenantFiles files = new TenantFiles(new Home(Path.of("/home")));
    private final SlotFileView views = new SlotFileView(files);

    @Test
    void a_service_sees_its_release_and_two_files_and_writes_to_directories_of_its_tenant() {
        FileView view = views.ofService(ACME, Slot.A, ServiceName.BACKEND, Optional.of(release()));

        assertThat(view.text()).isEqualTo("""
                rw\t/home/tenants/acme/storage\t/home/tenants/acme/storage
                rw\t/home/tenants/acme/home\t/home/tenants/acme/home
                rw\t/home/tenants/acme/cache\t/home/tenants/acme/cache
                rw\t/home/tenants/acme/tmp/a.backend\t/tmp
                ro\t/home/releases/r1\t/home/releases/r1
                rw\t/home/tenants/acme/storage/uploads\t/home/releases/r1/uploads
                ro\t/home/tenants/acme/a.env\t/home/tenants/acme/a.env
                ro\t/home/tenants/acme/a.backend\t/home/tenants/acme/a.backend
                env\tCACHE_DIRECTORY\t/home/tenants/acme/cache
                env\tHOME\t/home/tenants/acme/home
                env\tTMPDIR\t/home/tenants/acme/tmp/a.backend""");
    }

    @Test
    void a_migration_sees_neither_file_of_variables() {
        FileView view = views.ofTask(ACME, Slot.B, release(), "migrate");

        assertThat(view.text()).doesNotContain(".env", "b.backend").contains("/home/tenants/acme/tmp/migrate\t/tmp");
    }

    @Test
    void a_slot_that_leads_to_no_release_shows_none() {
        assertThat(views.ofService(ACME, Slot.A, ServiceName.BACKEND, Optional.empty())
                        .text())
                .doesNotContain("/home/releases");
    }

    private static Release release() {
        String yaml = """
                apiVersion: tenantmgr/v1
                name: campaign
                services: { backend: { command: ["./run"], health: /health } }
                routes: { "/": backend }
                storage: [uploads]
                """;
        return new Release(
                "r1",
                Optional.empty(),
                "c1",
                ((ManifestResult.Valid) ManifestReader.read(yaml)).manifest(),
                Path.of("/home/releases/r1"));
    }
}
