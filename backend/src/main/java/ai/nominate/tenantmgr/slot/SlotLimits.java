package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What a slot's services may use, by the manifest of the release that the slot leads to. Releases never change and few are in
 * use, so each is read once. Blocks.
 */
@ApplicationScoped
class SlotLimits {
    private static final Logger LOG = Logger.getLogger(SlotLimits.class);

    private final TenantFiles files;
    private final SlotRelease releases;
    private final Map<String, Release> found = new ConcurrentHashMap<>();

    SlotLimits(TenantFiles files, SlotRelease releases) {
        this.files = files;
        this.releases = releases;
    }

    /** A slot that leads to no release has no limits: nothing in it can start, and one broken slot must not stop the rest. */
    Limits of(TenantSlug slug, Slot slot, ServiceName service) {
        return release(slug, slot)
                .map(release -> release.manifest().services().get(service))
                .map(spec -> new Limits(spec.memoryBytes(), spec.tasks()))
                .orElseGet(() -> new Limits(0, 0));
    }

    /** The release that the slot leads to. */
    Optional<Release> release(TenantSlug slug, Slot slot) {
        return id(slug, slot).flatMap(id -> Optional.ofNullable(found.computeIfAbsent(id, releases::of)));
    }

    private Optional<String> id(TenantSlug slug, Slot slot) {
        try {
            Path release = Files.readSymbolicLink(files.release(slug, slot));
            return Optional.of(release.getFileName().toString());
        } catch (IOException e) {
            LOG.warnf("Slot %s of tenant %s leads to no release: %s", slot, slug, e.getMessage());
            return Optional.empty();
        }
    }
}
