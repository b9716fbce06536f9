package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Which slot of a tenant is live: an empty file named after it, which NGINX looks for with every request. That makes a
 * switch instant and lets no request fail. With both files b is live, for NGINX and for us; with none, nothing is.
 */
public final class LiveMarkers {
    /** A request that looked for a before it was made must have looked for b before it is gone. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final String DOWN = "down";

    private final TenantFiles files;

    public LiveMarkers(TenantFiles files) {
        this.files = files;
    }

    /** The slot that visitors get, or would get if the tenant were not {@link #isDown}. */
    public Optional<Slot> live(TenantSlug slug) {
        if (exists(slug, Slot.B.id())) {
            return Optional.of(Slot.B);
        }
        return exists(slug, Slot.A.id()) ? Optional.of(Slot.A) : Optional.empty();
    }

    /**
     * Makes a slot live. May be called again after a crash at any point, and then finishes what was begun. Leaves a tenant
     * that is down as it is.
     */
    public void switchTo(TenantSlug slug, Slot slot, Permit permit) {
        make(slug, slot.id(), permit);
        if (exists(slug, slot.other().id())) {
            pause();
            remove(slug, slot.other().id(), permit);
        }
    }

    /** Answers every visitor with the maintenance page; probes that aim at a slot still reach it. */
    public void down(TenantSlug slug, Permit permit) {
        make(slug, DOWN, permit);
    }

    public void up(TenantSlug slug, Permit permit) {
        remove(slug, DOWN, permit);
    }

    public boolean isDown(TenantSlug slug) {
        return exists(slug, DOWN);
    }

    /** Takes a tenant off the network, for good or until the next {@link #switchTo}. */
    public void clear(TenantSlug slug, Permit permit) {
        remove(slug, Slot.A.id(), permit);
        remove(slug, Slot.B.id(), permit);
        remove(slug, DOWN, permit);
    }

    private Path marker(TenantSlug slug, String name) {
        return files.live(slug).resolve(name);
    }

    private boolean exists(TenantSlug slug, String name) {
        return Files.exists(marker(slug, name), LinkOption.NOFOLLOW_LINKS);
    }

    private void make(TenantSlug slug, String name, Permit permit) {
        if (!exists(slug, name)) {
            SafeFiles.write(marker(slug, name), "", "rw-r--r--", permit);
        }
    }

    private void remove(TenantSlug slug, String name, Permit permit) {
        permit.check();
        Path marker = marker(slug, name);
        try {
            if (Files.deleteIfExists(marker)) {
                SafeFiles.sync(marker.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + marker, e);
        }
    }

    /** Not to be cut short, not even by an interrupt: without it requests fail. */
    private static void pause() {
        long end = System.nanoTime() + PAUSE.toNanos();
        for (long left = PAUSE.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
