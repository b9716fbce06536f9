package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The tenant's storage, the one that a restore brings, and the one that it replaces. Each rename can be the last before a crash:
 * whatever is where afterwards, {@link #swap} and {@link #swapBack} go on from it. No service may be running.
 *
 * @param live the tenant's storage
 * @param restored what takes its place
 * @param kept where it is kept
 */
record SwappedFiles(Path live, Path restored, Path kept) {
    /** Until there is something to bring, nothing happens: it was done before. */
    void swap(Permit permit) {
        exchange(kept, restored, permit);
    }

    void swapBack(Permit permit) {
        exchange(restored, kept, permit);
    }

    /** @param next takes the live place last, so that as long as it is there, there is something to do */
    private void exchange(Path aside, Path next, Permit permit) {
        if (!isThere(next)) {
            return;
        }
        permit.check();
        if (isThere(live) && !isThere(aside)) {
            SafeFiles.directory(aside.getParent(), "rwx------");
            SafeFiles.move(live, aside);
        }
        permit.check();
        SafeFiles.deleteTree(live, permit); // made anew meanwhile, and empty: the data is aside
        SafeFiles.move(next, live);
    }

    void dropKept(Permit permit) {
        SafeFiles.deleteTree(kept, permit);
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
