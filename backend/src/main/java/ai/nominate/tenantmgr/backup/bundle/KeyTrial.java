package ai.nominate.tenantmgr.backup.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.List;

/** Encrypts a byte for both recipients and opens it: a damaged key is found at the start, not on the day it is needed. */
final class KeyTrial {
    private KeyTrial() {}

    /** @throws IllegalArgumentException if a key does not work */
    static void of(BackupKeys keys) {
        try {
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            try (OutputStream out = PartCipher.seal(sealed, keys.recipients())) {
                out.write(1);
            }
            try (var in = PartCipher.open(
                    new ByteArrayInputStream(sealed.toByteArray()),
                    List.of(keys.verifier().identity()))) {
                if (in.read() != 1) {
                    throw new IllegalArgumentException("the verifier's key opens something else");
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("a key of backups does not work", e);
        }
    }
}
