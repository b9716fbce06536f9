package ai.nominate.tenantmgr.backup.bundle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The parts of a bundle in clear, in a directory that its owner alone can read. Its caller removes the directory. */
public record UnpackedBundle(BundleManifest manifest, Path directory) {
    /** A dump for pg_restore; empty if the tenant had no database. */
    public Optional<Path> database() {
        return part(BundleManifest.DATABASE);
    }

    /** A directory with {@code storage} and {@code writable}; empty if the bundle has no files. */
    public Optional<Path> files() {
        return part(BundleManifest.FILES);
    }

    public Optional<Path> configuration() {
        return part(BundleManifest.CONFIGURATION);
    }

    public Optional<Path> theme() {
        return part(BundleManifest.THEME);
    }

    private Optional<Path> part(String name) {
        return Optional.of(directory.resolve(name)).filter(Files::exists);
    }
}
