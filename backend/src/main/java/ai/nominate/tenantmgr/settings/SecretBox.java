package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.Secret;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts what must not lie readable in the database: AES-256-GCM by Tink. The place (table, row, column) is part of what is
 * authenticated, so a ciphertext that was moved to another row does not open.
 */
public final class SecretBox {
    private final Aead aead;

    /** @throws IllegalStateException when the key set cannot be read; the product does not start without it */
    public SecretBox(String keySet) {
        try {
            AeadConfig.register();
            aead = TinkJsonProtoKeysetFormat.parseKeyset(keySet, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key set for secrets cannot be read", e);
        }
    }

    /** A new key set with one key, as text. */
    public static String newKeySet() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param place where it will lie, such as {@code tenant_config/<id>/admin_password} */
    public String lock(Secret secret, String place) {
        try {
            byte[] sealed = aead.encrypt(bytes(secret.reveal()), bytes(place));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + place, e);
        }
    }

    /** @throws IllegalStateException when it was not locked for this place, or with another key */
    public Secret open(String locked, String place) {
        try {
            byte[] plain = aead.decrypt(Base64.getDecoder().decode(locked), bytes(place));
            return new Secret(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the secret at " + place + " cannot be read with this key", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
