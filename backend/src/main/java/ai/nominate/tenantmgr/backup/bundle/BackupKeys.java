package ai.nominate.tenantmgr.backup.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys of backups, one file of the home. The verifier's key opens backups here; the recovery key opens them anywhere, and its
 * private half stays only until it is downloaded; the signing key says which installation made a backup. Immutable.
 *
 * @param createdAt when the recovery key was made
 * @param downloadedAt when its private half left; null while it waits
 */
public record BackupKeys(
        AgeKey verifier, AgeKey recovery, SigningKey signing, Instant createdAt, Instant downloadedAt) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** New keys, as text. */
    public static String generate(Instant now) {
        return new BackupKeys(AgeKey.generate(), AgeKey.generate(), SigningKey.generate(), now, null).text();
    }

    /** @throws IllegalArgumentException if the text is not of this class, or a key is missing or damaged */
    public static BackupKeys parse(String text) {
        try {
            BackupKeys keys = JSON.readValue(text, BackupKeys.class);
            keys.verifier.check();
            keys.recovery.check();
            if (keys.verifier.identity() == null || keys.signing.privateKey().isEmpty()) {
                throw new IllegalArgumentException("a private half is missing");
            }
            return keys;
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException("the keys of backups could not be read", e);
        }
    }

    /** Must be readable by its owner alone. */
    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For whom each part is encrypted: the recovery key and the verifier's. */
    public List<String> recipients() {
        return List.of(recovery.recipient(), verifier.recipient());
    }

    public String recoveryRecipient() {
        return recovery.recipient();
    }

    public String verifierRecipient() {
        return verifier.recipient();
    }

    /** Names this installation in manifests. */
    public String signer() {
        return signing.publicKey();
    }

    /** The private half of the recovery key; empty once it was downloaded. */
    public Optional<String> recoveryIdentity() {
        return Optional.ofNullable(recovery.identity());
    }

    /** Without the private half of the recovery key. */
    public BackupKeys downloaded(Instant now) {
        return new BackupKeys(verifier, recovery.withoutIdentity(), signing, createdAt, now);
    }

    /** With a new recovery key, for the backups from now on. */
    public BackupKeys withNewRecovery(Instant now) {
        return new BackupKeys(verifier, AgeKey.generate(), signing, now, null);
    }

    @Override
    public String toString() {
        return "keys of backups, signer " + signer();
    }
}
