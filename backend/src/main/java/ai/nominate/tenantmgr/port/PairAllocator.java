package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.ServiceName;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Leases a pair of ports for each service beyond a tenant's block, in the caller's transaction. A pair stays with its position,
 * whatever the service there is called, so that a rollback finds the same ports.
 */
@ApplicationScoped
public class PairAllocator {
    private static final String POSITION = "tenantId = ?1 and position = ?2";

    private final PortRanges ranges;
    private final PortRows rows;
    private final Sockets sockets;
    private final Vertx vertx;
    private final OwnServer server;
    private final PortEvents events;

    PairAllocator(PortRanges ranges, PortRows rows, Sockets sockets, Vertx vertx, OwnServer server, PortEvents events) {
        this.ranges = ranges;
        this.rows = rows;
        this.sockets = sockets;
        this.vertx = vertx;
        this.server = server;
        this.events = events;
    }

    /**
     * Leases the pairs that are missing.
     *
     * @param services those beyond the block, the first one at position 2
     * @throws ProblemException if the range has no free pair
     */
    public Uni<Void> lease(UUID tenant, List<ServiceName> services) {
        Uni<?> leased = Uni.createFrom().voidItem();
        for (int index = 0; index < services.size(); index++) {
            int position = TenantPorts.IN_BLOCK + index;
            ServiceName service = services.get(index);
            leased = leased.flatMap(before -> lease(tenant, position, service));
        }
        return leased.replaceWithVoid();
    }

    private Uni<Boolean> lease(UUID tenant, int position, ServiceName service) {
        return PortLease.update("service = ?3 where " + POSITION, tenant, (short) position, service.id())
                .flatMap(there -> there > 0
                        ? Uni.createFrom().item(true)
                        : Panache.getSession()
                                .flatMap(session -> ranges.currentLocked(session, server.id())
                                        .flatMap(range -> next(session, range, tenant, position, service, Set.of()))));
    }

    private Uni<Boolean> next(
            Mutiny.Session session,
            PortRange range,
            UUID tenant,
            int position,
            ServiceName service,
            Set<Integer> foreign) {
        return rows.claimPair(session, range, foreign).flatMap(first -> {
            if (first == null) {
                throw new ProblemException(PortProblem.RANGE_EXHAUSTED, "The port range is " + range);
            }
            PortPair pair = new PortPair(first);
            return vertx.executeBlocking(() -> pair.ports().stream().allMatch(sockets::free), false)
                    .flatMap(free -> free
                            ? rows.leasePair(session, pair, tenant, position, service)
                                    .call(leased -> leased
                                            ? events.leased(pair, tenant)
                                            : Uni.createFrom().voidItem())
                            : Uni.createFrom().item(false))
                    .flatMap(leased -> leased
                            ? Uni.createFrom().item(true)
                            : next(session, range, tenant, position, service, with(foreign, first)));
        });
    }

    private static Set<Integer> with(Set<Integer> some, Integer one) {
        Set<Integer> all = new TreeSet<>(some);
        all.add(one);
        return all;
    }
}
