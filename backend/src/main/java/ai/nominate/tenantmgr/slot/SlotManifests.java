package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ServiceSpec;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The manifest of the release that a slot leads to. Releases never change and few are in use, so each is read once.
 * Blocks.
 */
@ApplicationScoped
public class SlotManifests {
    private static final Logger LOG = Logger.getLogger(SlotManifests.class);

    private final TenantFiles files;
    private final SlotRelease releases;
    private final Map<String, Release> found = new ConcurrentHashMap<>();

    SlotManifests(TenantFiles files, SlotRelease releases) {
        this.files = files;
        this.releases = releases;
    }

    /** Empty for a slot that leads to no release: nothing in it can start, and one broken slot must not stop the rest. */
    public Optional<Manifest> of(TenantSlug slug, Slot slot) {
        return release(slug, slot).map(Release::manifest);
    }

    /** The release that the slot leads to. */
    Optional<Release> release(TenantSlug slug, Slot slot) {
        return id(slug, slot).flatMap(this::ofRelease);
    }

    /** What the manifest says of a service. */
    public Optional<ServiceSpec> service(UnitId id) {
        return of(id.slug(), id.slot()).map(manifest -> manifest.services().get(id.service()));
    }

    /** The port of a service; empty for a worker. */
    public Optional<PortNumber> port(TenantSnapshot tenant, UnitId id) {
        return tenant.slot(id.slot())
                .release()
                .flatMap(this::ofRelease)
                .flatMap(found -> port(tenant, found.manifest(), id));
    }

    private static Optional<PortNumber> port(TenantSnapshot tenant, Manifest manifest, UnitId id) {
        return port(tenant, id.slot(), manifest, id.service());
    }

    /** The port of a service of this manifest in a slot; empty for a worker. */
    public static Optional<PortNumber> port(TenantSnapshot tenant, Slot slot, Manifest manifest, ServiceName service) {
        return manifest.position(service).stream()
                .mapToObj(position -> tenant.ports().port(slot, position))
                .findFirst();
    }

    /** A worker that must not run in both slots at once. */
    public boolean isSingleWorker(UnitId id) {
        return of(id.slug(), id.slot())
                .filter(manifest -> manifest.services().containsKey(id.service()))
                .filter(manifest -> manifest.isWorker(id.service())
                        && !manifest.services().get(id.service()).twin())
                .isPresent();
    }

    private Optional<String> id(TenantSlug slug, Slot slot) {
        try {
            Path release = Files.readSymbolicLink(files.release(slug, slot));
            return Optional.of(release.getFileName().toString());
        } catch (IOException e) {
            LOG.debugf("Slot %s of tenant %s leads to no release: %s", slot, slug, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Release> ofRelease(String id) {
        return Optional.ofNullable(found.computeIfAbsent(id, releases::of));
    }
}
