package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.AuditChain;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.server.Servers;
import ai.nominate.tenantmgr.settings.KeyFingerprints;
import ai.nominate.tenantmgr.settings.KeySet;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.settings.SecretStore;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rotates the key for secrets at run time: a new key encrypts, the old one still decrypts, all secrets are
 * re-encrypted, and then the old key is removed. The key file records the progress, so that the next call resumes after
 * a crash. Blocks.
 */
@ApplicationScoped
class KeyRotation {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Path file;
    private final SecretBox box;
    private final List<SecretStore> stores;
    private final OpenTransactions transactions;
    private final KeyFingerprints fingerprints;
    private final Permit permit;
    private final Servers servers;
    private final Audit audit;
    private final AuditChain chain;
    private final ReentrantLock turn = new ReentrantLock();

    KeyRotation(
            @ConfigProperty(name = "tenantmgr.secrets-key-file") Path file,
            SecretBox box,
            @All List<SecretStore> stores,
            OpenTransactions transactions,
            KeyFingerprints fingerprints,
            Permit permit,
            Servers servers,
            Audit audit,
            AuditChain chain) {
        this.file = file;
        this.box = box;
        this.stores = stores;
        this.transactions = transactions;
        this.fingerprints = fingerprints;
        this.permit = permit;
        this.servers = servers;
        this.audit = audit;
        this.chain = chain;
    }

    /** Resumes an interrupted rotation, or starts one. */
    RotationView rotate(Actor actor) {
        if (!turn.tryLock()) {
            throw new ProblemException(MaintenanceProblem.UNDER_WAY, "Wait until the other call ends");
        }
        try {
            requireOneHome();
            if (!box.keys().hasOldKeys()) {
                use(box.keys().withNewKey());
            }
            RotationView view = reencrypt();
            if (view.oldKeysDropped()) {
                fingerprints.update();
                Reactive.await(chain::seal); // entries that the old key has signed
                use(box.keys().withoutOldKeys());
            }
            Change change = Change.created(
                    "secrets.rotate-key",
                    "secrets",
                    null,
                    Map.of(
                            "rewritten", view.rewritten(),
                            "unreadable", view.unreadable(),
                            "oldKeysDropped", view.oldKeysDropped()));
            Reactive.transaction(() -> audit.record(actor, change));
            return view;
        } finally {
            turn.unlock();
        }
    }

    /** Each home has a copy of the key file, and nothing but a person carries a new one there. */
    private void requireOneHome() {
        List<String> others = servers.onOtherHomes();
        if (!others.isEmpty()) {
            throw new ProblemException(
                    MaintenanceProblem.OTHER_HOMES,
                    "Stop the managers of the servers " + String.join(", ", others) + ", replace the key, copy keys/"
                            + file.getFileName() + " to their homes, and start them");
        }
    }

    /**
     * Before each pass, all transactions end that could hold a ciphertext of the old key, written by it or copied from
     * another row. A pass without changes is therefore the last one.
     */
    private RotationView reencrypt() {
        int rewritten = 0;
        while (true) {
            transactions.awaitEarlier();
            ReencryptionPass pass = new ReencryptionPass(box);
            stores.forEach(store -> store.visit(pass));
            rewritten += pass.rewritten();
            if (pass.rewritten() == 0) {
                return new RotationView(
                        rewritten, pass.unreadable(), pass.unreadable().isEmpty());
            }
        }
    }

    /** Through its file, which this manager and other managers on this home reload. */
    private void use(KeySet keys) {
        try {
            permit.check();
            SafeFiles.write(file, keys.text(), "rw-------");
        } catch (UncheckedIOException e) {
            throw new ProblemException(MaintenanceProblem.KEY_FILE, e.getMessage()).retryAfter(SOON);
        }
    }
}
