package ai.nominate.tenantmgr.backup.bundle;

import java.nio.file.Path;

/**
 * Where a symbolic link of a tenant may lead. Dots only at its beginning: after a name they would be those of the directory that the
 * name leads to, which may be anywhere.
 */
final class InsideLink {
    private InsideLink() {}

    /** @param link absolute, below the root by directories that are no links */
    static boolean stays(Path root, Path link, Path leads) {
        boolean named = false;
        for (Path part : leads) {
            boolean up = part.toString().equals("..");
            if (up && named) {
                return false;
            }
            named |= !up;
        }
        return !leads.isAbsolute()
                && link.getParent().resolve(leads).normalize().startsWith(root);
    }
}
