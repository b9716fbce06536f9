package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The range as it stands. Who takes a block shares a lock with others who do, and who changes the range has it alone: so no
 * block is leased from a range that is being left.
 */
@ApplicationScoped
class PortRanges {
    private static final int LOCK = 0x706f7274;
    private final Settings settings;

    PortRanges(Settings settings) {
        this.settings = settings;
    }

    Uni<PortRange> now() {
        return settings.get(PortSettings.PORT_RANGE);
    }

    /** Stays as it is until the caller's transaction ends. */
    Uni<PortRange> held(Mutiny.Session session) {
        return lock(session, "pg_advisory_xact_lock_shared").flatMap(locked -> now());
    }

    /** Waits until nobody takes a block, and keeps others from it until the caller's transaction ends. */
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
