package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.auth.credential.SigningKeys;
import ai.nominate.tenantmgr.backup.bundle.BackupKeys;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.settings.KeySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks the files with keys before the start: with keys that others can read nothing is secret, and without its keys a
 * manager reads no secret and signs nobody in. Each refusal is one sentence that names the file and what to do.
 */
final class KeyFiles {
    private static final Set<PosixFilePermission> OWN = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final String RESTORE = " Restore it from a backup of this home, and start again.";

    private final Home home;

    KeyFiles(Home home) {
        this.home = home;
    }

    /**
     * Called before anything is made.
     *
     * @throws IllegalArgumentException the refusal
     */
    void check() {
        if (wasUsed()) {
            List.of(home.secretKeys(), home.signingKeys()).forEach(KeyFiles::present);
        }
        if (Files.exists(home.backups())) {
            present(home.backupKeys());
        }
        owned(home.keys(), "700");
        for (Path file : List.of(
                home.secretKeys(),
                home.signingKeys(),
                home.backupKeys(),
                home.proxyHeader(),
                home.keys().resolve("ca/key.pem"),
                home.keys().resolve("acme/account.pem"),
                home.postgres().resolve("password"))) {
            owned(file, "600");
        }
        parsed(home.secretKeys(), KeySet::parse);
        parsed(home.signingKeys(), SigningKeys::check);
        parsed(home.backupKeys(), BackupKeys::parse);
    }

    /** A home that was never started has neither; its keys are made before both. */
    private boolean wasUsed() {
        return Files.exists(home.installation()) || Files.exists(home.postgres().resolve("15"));
    }

    private static void present(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("The key file " + file
                    + " is missing, and what the database of this home has encrypted or signed cannot be used without it."
                    + RESTORE);
        }
    }

    private static void owned(Path file, String mode) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
            if (!OWN.containsAll(found)) {
                throw new IllegalArgumentException(
                        file + " is open to other users (" + PosixFilePermissions.toString(found)
                                + "). Run chmod " + mode + " " + file
                                + ", consider its keys as known to the users of this machine, and start again.");
            }
            int owner = uid(file);
            int own = uid(Path.of("/proc/self"));
            if (owner != own && own != 0 && owner != 0) {
                throw new IllegalArgumentException(file + " belongs to another user (number " + owner + "). Run chown "
                        + own + " " + file + " as root, and start again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int uid(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    private static void parsed(Path file, Consumer<String> parser) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            parser.accept(Files.readString(file));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "The key file " + file + " is empty or damaged, so its keys cannot be read." + RESTORE, e);
        }
    }
}
