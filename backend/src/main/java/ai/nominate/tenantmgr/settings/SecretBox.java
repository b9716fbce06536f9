package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts secrets stored in the database: AES-256-GCM by Tink. The location (table, row, column) is authenticated, so
 * a ciphertext moved to another row cannot be decrypted.
 */
public final class SecretBox {
    private volatile KeySet keys;

    /** @throws IllegalStateException if the key set cannot be read; the product then refuses to start */
    public SecretBox(String keySet) {
        keys = KeySet.parse(keySet);
    }

    public KeySet keys() {
        return keys;
    }

    /** Replaces the keys. */
    public void use(KeySet others) {
        keys = others;
    }

    /** @param place the location of the secret, such as {@code tenant_config/<id>/admin_password} */
    public String lock(Secret secret, String place) {
        try {
            byte[] sealed = keys.aead().encrypt(bytes(secret.reveal()), bytes(place));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + place, e);
        }
    }

    /** @throws IllegalStateException if it was encrypted for another location or with an unknown key */
    public Secret open(String locked, String place) {
        try {
            byte[] plain = keys.aead().decrypt(Base64.getDecoder().decode(locked), bytes(place));
            return new Secret(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the secret at " + place + " could not be decrypted with this key", e);
        }
    }

    /** Whether it was encrypted with the current key. Does not verify that it can be decrypted. */
    public boolean isCurrent(String locked) {
        try {
            return keys.sealed(Base64.getDecoder().decode(locked));
        } catch (IllegalArgumentException notEvenBase64) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
