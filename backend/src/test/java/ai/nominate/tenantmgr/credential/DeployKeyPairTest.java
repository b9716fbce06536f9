package ai.nominate.tenantmgr.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployKeyPairTest {
    @TempDir
    Path root;

    @Test
    void openssh_reads_the_private_key_and_finds_the_public_one_in_it() throws IOException {
        DeployKeyPair pair = DeployKeyPair.generate("tenantmgr-acme");
        Path file = root.resolve("key");
        SafeFiles.write(file, pair.privateKey().reveal(), "rw-------");

        Process keygen = new ProcessBuilder("ssh-keygen", "-y", "-f", file.toString()).start();
        String publicKey = new String(keygen.getInputStream().readAllBytes()).strip();

        assertThat(publicKey).startsWith("ssh-ed25519 ");
        assertThat(pair.publicKey())
                .isEqualTo(publicKey.split(" ")[0] + " " + publicKey.split(" ")[1] + " tenantmgr-acme");
    }

    @Test
    void no_two_pairs_are_the_same() {
        assertThat(DeployKeyPair.generate("a").publicKey())
                .isNotEqualTo(DeployKeyPair.generate("a").publicKey());
    }
}
