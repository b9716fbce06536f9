package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.host.Home;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Where a tenant's files lie. */
@ApplicationScoped
public class TenantFiles {
    private final Home home;

    TenantFiles(Home home) {
        this.home = home;
    }

    public Path directory(TenantSlug slug) {
        return home.tenants().resolve(slug.value());
    }

    /** The environment of a slot, secrets included. */
    public Path environment(TenantSlug slug, Slot slot) {
        return directory(slug).resolve(slot.id() + ".env");
    }

    /** What starts a service. A service without one does not exist in that slot. */
    public Path launch(TenantSlug slug, Slot slot, ServiceName service) {
        return directory(slug).resolve(slot.id() + "." + service.id());
    }

    /** The link to the release that a slot runs. */
    public Path release(TenantSlug slug, Slot slot) {
        return directory(slug).resolve("slots").resolve(slot.id());
    }

    /** Files that NGINX serves directly. */
    public Path pub(TenantSlug slug) {
        return directory(slug).resolve("public");
    }

    /** What outlives a release. */
    public Path storage(TenantSlug slug) {
        return directory(slug).resolve("storage");
    }

    Path log(TenantSlug slug, Slot slot, ServiceName service) {
        return directory(slug).resolve("logs").resolve(slot.id() + "." + service.id() + ".log");
    }
}
