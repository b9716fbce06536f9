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
 * The keys for secrets: the one that encrypts and, while it is new, the ones before it, which still open. What it says of
 * itself is its text, which lies in the home; it is never changed, only followed by another.
 */
public final class KeySet {
    /** What Tink writes before a ciphertext: a one, and the number of the key. */
    private static final int PREFIX = 5;

    private final KeysetHandle handle;
    private final Aead aead;

    private KeySet(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** One new key. */
    public static KeySet fresh() {
        return of(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    /** @throws IllegalStateException when the text is none */
    public static KeySet parse(String text) {
        return of(() -> TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get()));
    }

    /** To be readable by its owner alone: it has the keys. */
    public String text() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with a new key, which encrypts from now on. */
    public KeySet withNewKey() {
        return of(() -> KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** Only the key that encrypts. */
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

    /** Whether it was sealed with the key that encrypts now. */
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
            throw new IllegalStateException("the key set for secrets cannot be read", e);
        }
    }

    private interface Handle {
        KeysetHandle get() throws GeneralSecurityException;
    }
}
