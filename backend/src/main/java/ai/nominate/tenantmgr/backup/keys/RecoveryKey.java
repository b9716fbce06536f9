package ai.nominate.tenantmgr.backup.keys;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.backup.BackupKeyFile;
import ai.nominate.tenantmgr.backup.BackupProblem;
import ai.nominate.tenantmgr.backup.bundle.BackupKeys;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Hands out the recovery key, until somebody confirms to have it. */
@ApplicationScoped
class RecoveryKey {
    private final BackupKeyFile file;
    private final Audit audit;

    RecoveryKey(BackupKeyFile file, Audit audit) {
        this.file = file;
        this.audit = audit;
    }

    Uni<KeysView> keys() {
        return Uni.createFrom().item(() -> view(file.keys()));
    }

    Uni<RecoveryIdentity> show(Actor actor) {
        BackupKeys keys = file.keys();
        String secret = keys.recoveryIdentity()
                .orElseThrow(() -> new ProblemException(
                        BackupProblem.KEY_GONE, "Its private half was removed here at " + keys.downloadedAt()));
        return recorded(actor, "backup.recovery-key.show", keys)
                .replaceWith(new RecoveryIdentity(keys.recoveryRecipient(), secret));
    }

    Uni<KeysView> acknowledge(Actor actor) {
        return recorded(actor, "backup.recovery-key.acknowledge", file.keys())
                .map(done -> view(file.forgetRecovery()));
    }

    private Uni<Void> recorded(Actor actor, String action, BackupKeys keys) {
        return Panache.withTransaction(() -> audit.record(
                actor,
                Change.created(action, "recovery key", null, Map.of("recipient", keys.recoveryRecipient()))));
    }

    private static KeysView view(BackupKeys keys) {
        return new KeysView(
                new KeysView.RecoveryView(keys.recoveryRecipient(), keys.createdAt(), keys.downloadedAt()),
                new KeysView.VerifierView(keys.verifierRecipient()),
                keys.signer());
    }
}
