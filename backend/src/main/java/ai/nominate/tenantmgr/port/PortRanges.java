package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The current port range. Leasing a block takes a shared lock and changing the range an exclusive one, so that no block
 * is leased from an outdated range.
 */
@ApplicationScoped
class PortRanges {
    private static final String PUBLISH = "update server set first_port = :first, last_port = :last where id = :server";
    private static final String OTHER =
            "select first_port || '-' || last_port from server where id = :server and first_port is not null";
    private static final int LOCK = 0x706f7274;
    private final Settings settings;
    private final OwnServer server;

    PortRanges(Settings settings, OwnServer server) {
        this.server = server;
        this.settings = settings;
    }

    Uni<PortRange> current() {
        return settings.get(PortSettings.PORT_RANGE);
    }

    /** The range of any server: for another one than this manager's own, what its manager wrote into its row. */
    Uni<PortRange> of(short which) {
        return which == server.id()
                ? current()
                : Panache.withSession(() -> Panache.getSession()
                                .flatMap(session -> session.createNativeQuery(OTHER, String.class)
                                        .setParameter("server", which)
                                        .getSingleResultOrNull()))
                        .map(text -> PortRange.of(text == null ? PortSettings.PORT_RANGE.defaultText() : text));
    }

    /** Writes the range into the own server's row, in the caller's transaction. */
    Uni<Void> publish(PortRange range) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(PUBLISH)
                        .setParameter("first", range.first())
                        .setParameter("last", range.last())
                        .setParameter("server", server.id())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Unchanged until the caller's transaction ends. */
    Uni<PortRange> currentLocked(Mutiny.Session session, short which) {
        return lock(session, which, "pg_advisory_xact_lock_shared").flatMap(locked -> of(which));
    }

    /** Waits for running leases, and blocks new ones until the caller's transaction ends. */
    Uni<Object> lockExclusively(Mutiny.Session session) {
        return lock(session, server.id(), "pg_advisory_xact_lock");
    }

    private Uni<Object> lock(Mutiny.Session session, short which, String how) {
        return session.createNativeQuery(
                        "select 1 from " + how + "(cast(:space as int), cast(:server as int))", Integer.class)
                .setParameter("space", LOCK)
                .setParameter("server", (int) which)
                .getSingleResult()
                .map(one -> one);
    }
}
