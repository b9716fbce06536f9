package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.StartupPhase;
import ai.nominate.tenantmgr.web.StartupRefused;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Compares the key files of this home with what the database knows of its installation's keys. A manager with other keys could
 * read no secret and would write some that no other manager reads, so it does not start. Blocks.
 */
@ApplicationScoped
public class KeyFingerprints {
    private static final String FIND = "select fingerprint from installation_key where name = :name";
    private static final String STORE = """
            insert into installation_key (name, fingerprint) values (:name, :fingerprint)
            on conflict (name) do update set fingerprint = excluded.fingerprint, updated_at = now()
            where installation_key.fingerprint = any(cast(:known as text[]))""";

    private final List<InstallationKey> keys;
    private final List<SecretStore> stores;
    private final SecretBox box;

    KeyFingerprints(@All List<InstallationKey> keys, @All List<SecretStore> stores, SecretBox box) {
        this.keys = keys;
        this.stores = stores;
        this.box = box;
    }

    void onStart(@Observes @Priority(StartupPhase.KEYS) StartupEvent start) {
        keys.forEach(this::check);
    }

    /** Stores the fingerprints of the current keys. A key must be in its file before its fingerprint is stored. */
    public void update() {
        keys.forEach(this::store);
    }

    private void check(InstallationKey key) {
        List<String> known = Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FIND, String.class)
                        .setParameter("name", key.name())
                        .getResultList()));
        boolean fits = known.isEmpty()
                ? opensSecrets() && store(key)
                : key.fingerprints().contains(known.getFirst()) && store(key);
        if (!fits) {
            throw StartupRefused.because("The database belongs to an installation with other keys than those in "
                    + key.file() + ". Copy keys/" + key.file().getFileName()
                    + " from the home of the manager that uses this database over that file, and start again.");
        }
    }

    /** @return false when another manager has stored a key that is not in the file */
    private boolean store(InstallationKey key) {
        List<String> fingerprints = key.fingerprints();
        return Reactive.transaction(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(STORE)
                                .setParameter("name", key.name())
                                .setParameter("fingerprint", fingerprints.getFirst())
                                .setParameter("known", fingerprints.toArray(String[]::new))
                                .executeUpdate()))
                == 1;
    }

    /** For a database of before fingerprints: whether its first secret, if there is one, opens with this home's key. */
    private boolean opensSecrets() {
        try {
            stores.forEach(store -> store.visit((locked, place) -> {
                try {
                    box.decrypt(locked, place);
                } catch (IllegalStateException e) {
                    throw new Looked(false);
                }
                throw new Looked(true);
            }));
            return true;
        } catch (Looked found) {
            return found.opened;
        }
    }

    /** Ends the visit: one secret is enough. */
    private static final class Looked extends RuntimeException {
        private final boolean opened;

        Looked(boolean opened) {
            super(null, null, false, false);
            this.opened = opened;
        }
    }
}
