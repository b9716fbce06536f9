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
 * The live slot of a tenant: an empty file named after the slot, which NGINX checks on every request. A switch is
 * therefore instant and fails no request. With both files slot b is live, for NGINX and for the manager; with none, no
 * slot is.
 */
public final class LiveMarkers {
    /** A request that checked for a before its file was created must check for b before its file is removed. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final String DOWN = "down";
    private static final String CLOSED = "maintenance.html";

    private final TenantFiles files;

    public LiveMarkers(TenantFiles files) {
        this.files = files;
    }

    /** The live slot, regardless of {@link #isDown}. */
    public Optional<Slot> live(TenantSlug slug) {
        if (exists(slug, Slot.B.id())) {
            return Optional.of(Slot.B);
        }
        return exists(slug, Slot.A.id()) ? Optional.of(Slot.A) : Optional.empty();
    }

    /**
     * Makes a slot live. Idempotent: after a crash at any point a repeated call completes the switch. Does not change
     * {@link #isDown}.
     */
    public void switchTo(TenantSlug slug, Slot slot, Permit permit) {
        make(slug, slot.id(), permit);
        if (exists(slug, slot.other().id())) {
            pause();
            remove(slug, slot.other().id(), permit);
        }
    }

    /** Shows the maintenance page to all visitors; probes that select a slot still reach it. */
    public void down(TenantSlug slug, Permit permit) {
        make(slug, DOWN, permit);
    }

    public void up(TenantSlug slug, Permit permit) {
        remove(slug, DOWN, permit);
    }

    public boolean isDown(TenantSlug slug) {
        return exists(slug, DOWN);
    }

    /** Shows a page to all visitors, for any live slot, until {@link #open}; probes reach the slots as before. */
    public void close(TenantSlug slug, String page, Permit permit) {
        SafeFiles.write(marker(slug, CLOSED), page, "rw-r--r--", permit);
    }

    public void open(TenantSlug slug, Permit permit) {
        if (isClosed(slug)) {
            remove(slug, CLOSED, permit);
        }
    }

    public boolean isClosed(TenantSlug slug) {
        return exists(slug, CLOSED);
    }

    /** Removes a tenant from the network until the next {@link #switchTo}. */
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
            throw new UncheckedIOException("could not remove " + marker, e);
        }
    }

    /** Not interruptible: without the full pause requests fail. */
    private static void pause() {
        long end = System.nanoTime() + PAUSE.toNanos();
        for (long left = PAUSE.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
