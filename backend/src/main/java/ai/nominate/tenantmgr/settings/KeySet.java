package ai.nominate.tenantmgr.settings;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

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
    public static KeySet fresh() {
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
