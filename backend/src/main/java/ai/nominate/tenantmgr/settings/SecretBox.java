package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Encrypts secrets stored in the database: AES-256-GCM by Tink. The location (table, row, column) is authenticated, so
 * a ciphertext moved to another row cannot be decrypted.
 */
public final class SecretBox {
    private final Supplier<KeySet> source;

    /** @throws IllegalStateException if the key set cannot be read; the product then refuses to start */
    public SecretBox(String keySet) {
        KeySet keys = KeySet.parse(keySet);
        this.source = () -> keys;
    }

    /** @param source asked for the keys each time */
    SecretBox(Supplier<KeySet> source) {
        this.source = source;
    }

    public KeySet keys() {
        return source.get();
    }

    /** A code that only an installation with the same keys can make for a text. */
    public String mac(String purpose, byte[] text) {
        return HexFormat.of().formatHex(keys().macs(purpose, text).getFirst());
    }

    /** Whether it is such a code, made with any key of the set. */
    public boolean isMac(String code, String purpose, byte[] text) {
        return keys().macs(purpose, text).stream()
                .map(good -> HexFormat.of().formatHex(good))
                .anyMatch(good -> MessageDigest.isEqual(bytes(good), bytes(code)));
    }

    /** @param place the location of the secret, such as {@code tenant_config/<id>/admin_password} */
    public String encrypt(Secret secret, String place) {
        try {
            byte[] sealed = keys().aead().encrypt(bytes(secret.reveal()), bytes(place));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + place, e);
        }
    }

    /** @throws IllegalStateException if it was encrypted for another location or with an unknown key */
    public Secret decrypt(String locked, String place) {
        try {
            byte[] plain = keys().aead().decrypt(Base64.getDecoder().decode(locked), bytes(place));
            return new Secret(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the secret at " + place + " could not be decrypted with this key", e);
        }
    }

    /**
     * The secret for a request or a run.
     *
     * @throws ProblemException naming the place and what to do, if the ciphertext was damaged
     */
    public Secret open(String locked, String place) {
        return find(locked, place)
                .orElseThrow(() -> new ProblemException(
                        SettingProblem.UNREADABLE,
                        "The secret " + place + " was damaged, or encrypted with a key that this home does not have. "
                                + "Set it again, or restore the database; make doctor lists all such secrets"));
    }

    /** The secret; empty if it cannot be decrypted. */
    public Optional<Secret> find(String locked, String place) {
        try {
            return Optional.of(decrypt(locked, place));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Whether it was encrypted with the current key. Does not verify that it can be decrypted. */
    public boolean usesCurrentKey(String locked) {
        try {
            return keys().sealed(Base64.getDecoder().decode(locked));
        } catch (IllegalArgumentException notEvenBase64) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
