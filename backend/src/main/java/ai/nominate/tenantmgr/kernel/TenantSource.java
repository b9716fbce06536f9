package ai.nominate.tenantmgr.kernel;

import java.nio.file.Path;

/** The source of a core application. A directory is a separate kind, for admins only, and never a git address. */
public sealed interface TenantSource {
    /**
     * @param ref null for the default branch
     * @param credential the stored credential that opens the repository; null for a public one
     */
    record Git(GitUrl url, GitRef ref, CredentialName credential) implements TenantSource {}

    record Directory(Path path) implements TenantSource {
        /** @throws InvalidValue if the path is not absolute */
        public Directory {
            if (!path.isAbsolute()) {
                throw new InvalidValue("must be an absolute path on the server");
            }
            path = path.normalize();
        }
    }

    /**
     * A stored source that an earlier version accepted and that is no longer valid. It can be shown and replaced, not used.
     *
     * @param reason what is wrong: {@code must have a port from 1 to 65535}
     */
    record Outdated(String kind, String location, String ref, String reason) implements TenantSource {}

    static String kind(TenantSource source) {
        return switch (source) {
            case Git git -> "git";
            case Directory directory -> "directory";
            case Outdated outdated -> outdated.kind();
        };
    }

    static String location(TenantSource source) {
        return switch (source) {
            case Git git -> git.url().value();
            case Directory directory -> directory.path().toString();
            case Outdated outdated -> outdated.location();
        };
    }

    /** @return the ref, or null for the default */
    static String ref(TenantSource source) {
        return switch (source) {
            case Git git -> git.ref() == null ? null : git.ref().value();
            case Directory directory -> null;
            case Outdated outdated -> outdated.ref();
        };
    }

    /** @return the name of the credential, or null if there is none */
    static String credential(TenantSource source) {
        return switch (source) {
            case Git git -> git.credential() == null ? null : git.credential().value();
            case Directory directory -> null;
            case Outdated outdated -> null;
        };
    }

    static TenantSource of(String kind, String location, String ref) {
        return of(kind, location, ref, null);
    }

    /** @throws InvalidValue if a part is not valid */
    static TenantSource of(String kind, String location, String ref, String credential) {
        return switch (kind) {
            case "git" ->
                new Git(
                        new GitUrl(location),
                        ref == null ? null : new GitRef(ref),
                        credential == null ? null : new CredentialName(credential));
            case "directory" -> new Directory(directory(location));
            default -> throw new InvalidValue("must be git or directory");
        };
    }

    /** A source as it was stored: the rules may have become stricter since. */
    static TenantSource stored(String kind, String location, String ref, String credential) {
        try {
            return of(kind, location, ref, credential);
        } catch (InvalidValue e) {
            return new Outdated(kind, location, ref, e.getMessage());
        }
    }

    private static Path directory(String location) {
        if (location.length() > 1000 || !DisplayText.isLine(location)) {
            throw new InvalidValue("must be an absolute path on the server");
        }
        return Path.of(location);
    }
}
