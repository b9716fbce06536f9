package ai.nominate.tenantmgr.settings;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption keys for secrets: the current key and, for a while after a rotation, earlier keys that can still
 * decrypt. Its serialised text is stored in the home. Immutable: a rotation creates a new set.
 */
public final class KeySet {
    /** The prefix Tink writes before a ciphertext: a one, and the key id. */
    private static final int PREFIX = 5;

    private final KeysetHandle handle;
    private final Aead aead;

    private KeySet(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** A set with one new key. */
    public static KeySet generate() {
        return of(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    /** @throws IllegalStateException if the text is not a key set */
    public static KeySet parse(String text) {
        return of(() -> TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get()));
    }

    /** Must be readable by its owner alone: it contains the keys. */
    public String text() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A set with an additional new key, which encrypts from now on. */
    public KeySet withNewKey() {
        return of(() -> KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** A set with the encrypting key only. */
    public KeySet withoutOldKeys() {
        return of(() -> KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(handle.getPrimary().getKey()).makePrimary())
                .build());
    }

    public boolean hasOldKeys() {
        return handle.size() > 1;
    }

    Aead aead() {
        return aead;
    }

    /** A hash of every key, from which the key cannot be found; that of the one that encrypts comes first. */
    List<String> fingerprints() {
        return keys().map(key -> HexFormat.of().formatHex(hmac(key, "fingerprint".getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    /** An authentication code of the text, with a key that every key of the set gives for this purpose. */
    List<byte[]> macs(String purpose, byte[] text) {
        return keys().map(key -> hmac(hmac(key, purpose.getBytes(StandardCharsets.UTF_8)), text))
                .toList();
    }

    private Stream<byte[]> keys() {
        Key primary = handle.getPrimary().getKey();
        Stream<Key> others = IntStream.range(0, handle.size())
                .filter(i -> !handle.getAt(i).isPrimary())
                .mapToObj(i -> handle.getAt(i).getKey());
        return Stream.concat(Stream.of(primary), others)
                .map(key -> ((AesGcmKey) key).getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the ciphertext was encrypted with the current key. */
    boolean sealed(byte[] ciphertext) {
        return ciphertext.length > PREFIX
                && ciphertext[0] == 1
                && ByteBuffer.wrap(ciphertext, 1, 4).getInt()
                        == handle.getPrimary().getId();
    }

    private static KeySet of(Handle handle) {
        try {
            AeadConfig.register();
            return new KeySet(handle.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key set for secrets could not be read", e);
        }
    }

    private interface Handle {
        KeysetHandle get() throws GeneralSecurityException;
    }
}
