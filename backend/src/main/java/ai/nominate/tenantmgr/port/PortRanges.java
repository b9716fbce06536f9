package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.settings.SettingCatalogue;
import ai.nominate.tenantmgr.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The current port range. Leasing a block takes a shared lock and changing the range an exclusive one, so that no block
 * is leased from an outdated range.
 */
@ApplicationScoped
class PortRanges {
    private static final int LOCK = 0x706f7274;
    private final Settings settings;

    PortRanges(Settings settings) {
        this.settings = settings;
    }

    Uni<PortRange> now() {
        return settings.get(SettingCatalogue.PORT_RANGE);
    }

    /** Unchanged until the caller's transaction ends. */
    Uni<PortRange> held(Mutiny.Session session) {
        return lock(session, "pg_advisory_xact_lock_shared").flatMap(locked -> now());
    }

    /** Waits for running leases, and blocks new ones until the caller's transaction ends. */
    static Uni<Object> alone(Mutiny.Session session) {
        return lock(session, "pg_advisory_xact_lock");
    }

    private static Uni<Object> lock(Mutiny.Session session, String how) {
        return session.createNativeQuery(
                        "select 1 from " + how + "(cast(:space as int), cast(:server as int))", Integer.class)
                .setParameter("space", LOCK)
                .setParameter("server", (int) PortRows.SERVER)
                .getSingleResult()
                .map(one -> one);
    }
}
