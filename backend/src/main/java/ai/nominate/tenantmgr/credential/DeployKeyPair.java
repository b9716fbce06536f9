package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;

/**
 * An ed25519 key pair in the formats of OpenSSH.
 *
 * @param publicKey one line, as servers take it: {@code ssh-ed25519 AAAA… comment}
 */
record DeployKeyPair(Secret privateKey, String publicKey) {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(70, new byte[] {'\n'});

    static DeployKeyPair generate(String comment) {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
        try {
            String body = LINES.encodeToString(OpenSSHPrivateKeyUtil.encodePrivateKey(key));
            byte[] open = OpenSSHPublicKeyUtil.encodePublicKey(key.generatePublicKey());
            return new DeployKeyPair(
                    new Secret(
                            "-----BEGIN OPENSSH PRIVATE KEY-----\n" + body + "\n-----END OPENSSH PRIVATE KEY-----\n"),
                    "ssh-ed25519 " + Base64.getEncoder().encodeToString(open) + " " + comment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
