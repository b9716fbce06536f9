package ai.nominate.tenantmgr.backup;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupKeyFileTest {
    @TempDir
    Path temporary;

    @Test
    void the_private_half_of_the_recovery_key_is_there_until_it_is_forgotten_and_the_keys_stay_the_same()
            throws IOException {
        Home home = new Home(temporary);
        BackupKeyFile file = new BackupKeyFile(home, Clock.systemUTC());
        List<String> recipients = file.keys().recipients();
        String identity = file.keys().recoveryIdentity().orElseThrow();

        assertThat(identity).startsWith("AGE-SECRET-KEY-1");
        assertThat(Files.readString(home.backupKeys())).contains(identity);
        file.forgetRecovery();

        assertThat(file.keys().recoveryIdentity()).isEmpty();
        assertThat(file.keys().downloadedAt()).isNotNull();
        assertThat(file.keys().recipients()).isEqualTo(recipients);
        assertThat(Files.readString(home.backupKeys())).doesNotContain(identity);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.backupKeys())))
                .isEqualTo("rw-------");
        assertThat(file.forgetRecovery().downloadedAt()).isEqualTo(file.keys().downloadedAt());
        assertThat(BackupKeyFile.verifies(file.keys().signer(), new byte[] {1}, file.sign(new byte[] {1})))
                .isTrue();
    }
}
