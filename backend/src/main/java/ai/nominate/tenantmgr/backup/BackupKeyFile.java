package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.bundle.BackupKeys;
import ai.nominate.tenantmgr.backup.bundle.SigningKey;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;

/** The file with the keys of backups. Read for each use: it is small, and another program may have replaced it. Blocks. */
@ApplicationScoped
public class BackupKeyFile {
    private final Home home;
    private final Clock clock;

    BackupKeyFile(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** The keys; made with the home, and where a home is used without having been started, now. */
    public synchronized BackupKeys keys() {
        if (!Files.exists(home.backupKeys())) {
            write(BackupKeys.parse(BackupKeys.generate(clock.instant())));
        }
        try {
            return BackupKeys.parse(Files.readString(home.backupKeys()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + home.backupKeys(), e);
        }
    }

    /** The signature of a text by this installation, in base64. */
    public String sign(byte[] text) {
        return keys().signing().sign(text);
    }

    /** Whether a signature is by the installation with this public key. */
    public static boolean verifies(String signer, byte[] text, String signature) {
        return SigningKey.verifies(signer, text, signature);
    }

    /** Removes the private half of the recovery key. Without an effect if it is gone. */
    public synchronized BackupKeys forgetRecovery() {
        BackupKeys keys = keys();
        if (keys.recoveryIdentity().isEmpty()) {
            return keys;
        }
        BackupKeys without = keys.downloaded(clock.instant());
        write(without);
        return without;
    }

    private void write(BackupKeys keys) {
        SafeFiles.directory(home.keys(), "rwx------");
        SafeFiles.write(home.backupKeys(), keys.text(), "rw-------");
    }
}
