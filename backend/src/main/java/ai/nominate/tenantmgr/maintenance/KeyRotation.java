package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.audit.Audit;
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
 * Replaces the key for secrets while everything runs: a new key encrypts, the old one still opens, every secret is encrypted
 * anew, and then the old key is gone. The key file says how far it came, so a crash at any point costs nothing: the next call
 * takes it up. Blocks.
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
    private final ReentrantLock turn = new ReentrantLock();

    KeyRotation(
            @ConfigProperty(name = "tenantmgr.secrets-key-file") Path file,
            SecretBox box,
            @All List<SecretStore> stores,
            OpenTransactions transactions,
            KeyFingerprints fingerprints,
            Permit permit,
            Servers servers,
            Audit audit) {
        this.file = file;
        this.box = box;
        this.stores = stores;
        this.transactions = transactions;
        this.fingerprints = fingerprints;
        this.permit = permit;
        this.servers = servers;
        this.audit = audit;
    }

    /** Goes on with a change that was cut off, or begins one. */
    RotationView rotate(Actor actor) {
        if (!turn.tryLock()) {
            throw new ProblemException(MaintenanceProblem.UNDER_WAY, "Wait for the other call to end");
        }
        try {
            requireOneHome();
            if (!box.keys().hasOldKeys()) {
                use(box.keys().withNewKey());
            }
            RotationView view = lockAnew();
            if (view.oldKeysDropped()) {
                fingerprints.update();
                use(box.keys().withoutOldKeys());
            }
            Change change = Change.made(
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
     * Whoever was under way with an old ciphertext, made by the old key or copied from another row, has ended before a pass
     * begins. A pass that finds nothing to do is therefore the last: nobody can have read what it did not see.
     */
    private RotationView lockAnew() {
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

    /** By its file: the box reads it anew, and so does that of another manager on this home. */
    private void use(KeySet keys) {
        try {
            permit.check();
            SafeFiles.write(file, keys.text(), "rw-------");
        } catch (UncheckedIOException e) {
            throw new ProblemException(MaintenanceProblem.KEY_FILE, e.getMessage()).retryAfter(SOON);
        }
    }
}
