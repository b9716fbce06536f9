package ai.nominate.tenantmgr.kernel;

import java.nio.file.Path;

/** The source of a core application. A directory is a separate kind, for admins only, and never a git address. */
public sealed interface TenantSource {
    record Git(GitUrl url, GitRef ref) implements TenantSource {}

    record Directory(Path path) implements TenantSource {
        /** @throws InvalidValue if the path is not absolute */
        public Directory {
            if (!path.isAbsolute()) {
                throw new InvalidValue("must be an absolute path on the server");
            }
            path = path.normalize();
        }
    }

    static String kind(TenantSource source) {
        return switch (source) {
            case Git git -> "git";
            case Directory directory -> "directory";
        };
    }

    static String location(TenantSource source) {
        return switch (source) {
            case Git git -> git.url().value();
            case Directory directory -> directory.path().toString();
        };
    }

    /** @return the ref, or null for the default */
    static String ref(TenantSource source) {
        return switch (source) {
            case Git git -> git.ref() == null ? null : git.ref().value();
            case Directory directory -> null;
        };
    }

    static TenantSource of(String kind, String location, String ref) {
        return switch (kind) {
            case "git" -> new Git(new GitUrl(location), ref == null ? null : new GitRef(ref));
            case "directory" -> new Directory(directory(location));
            default -> throw new InvalidValue("must be git or directory");
        };
    }

    private static Path directory(String location) {
        if (location.length() > 1000 || !DisplayText.isLine(location)) {
            throw new InvalidValue("must be an absolute path on the server");
        }
        return Path.of(location);
    }
}
