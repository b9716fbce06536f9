package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Leases port blocks. Runs in the caller's transaction, so the lease is made together with the tenant. Concurrent
 * callers do not wait for each other; blocks with a port used by a foreign process are skipped.
 */
@ApplicationScoped
public class PortAllocator {
    private static final String BLOCK = "size = 4 and tenantId = ?1";

    private final PortRanges ranges;
    private final PortRows rows;
    private final Sockets sockets;
    private final Vertx vertx;
    private final OwnServer server;
    private final PortEvents events;

    PortAllocator(PortRanges ranges, PortRows rows, Sockets sockets, Vertx vertx, OwnServer server, PortEvents events) {
        this.server = server;
        this.ranges = ranges;
        this.rows = rows;
        this.sockets = sockets;
        this.vertx = vertx;
        this.events = events;
    }

    /** Leases the next free block to the tenant. */
    public Uni<PortBlock> lease(UUID tenant) {
        return Panache.getSession()
                .flatMap(session -> ranges.currentLocked(session, server.id())
                        .flatMap(range -> next(session, range, tenant, Set.of())))
                .call(block -> events.leased(block, tenant));
    }

    /** @param foreign blocks found to be in use by foreign processes */
    private Uni<PortBlock> next(Mutiny.Session session, PortRange range, UUID tenant, Set<Integer> foreign) {
        return rows.claim(session, range, foreign).flatMap(first -> {
            if (first == null) {
                return Uni.createFrom().failure(exhausted(range));
            }
            PortBlock block = new PortBlock(first);
            return isFree(server.id(), block)
                    .flatMap(free -> free
                            ? rows.lease(session, server.id(), block, tenant)
                            : Uni.createFrom().item(false))
                    .flatMap(leased ->
                            leased ? Uni.createFrom().item(block) : next(session, range, tenant, with(foreign, first)));
        });
    }

    /**
     * Leases the block that starts at the frontend's port to the tenant.
     *
     * @throws ProblemException if the pair does not start a block, or the block is taken
     */
    public Uni<PortBlock> lease(UUID tenant, Integer frontend, Integer backend) {
        return lease(tenant, server.id(), frontend, backend);
    }

    private Uni<PortBlock> lease(UUID tenant, short which, Integer frontend, Integer backend) {
        return Panache.getSession()
                .flatMap(session -> ranges.currentLocked(session, which).flatMap(range -> {
                    PortBlock block = named(range, frontend, backend);
                    return isFree(which, block)
                            .flatMap(free -> free
                                    ? rows.lease(session, which, block, tenant)
                                    : Uni.createFrom().item(false))
                            .map(leased -> {
                                if (!leased) {
                                    throw taken(frontend);
                                }
                                return block;
                            });
                }))
                .call(block -> events.leased(block, tenant));
    }

    private static PortBlock named(PortRange range, Integer frontend, Integer backend) {
        Fields fields = new Fields();
        fields.required("ports.frontend", frontend, PortNumber::new);
        fields.required("ports.backend", backend, PortNumber::new);
        fields.throwIfInvalid();
        PortCheck.named(range, frontend, backend, fields);
        fields.throwIfInvalid();
        return new PortBlock(frontend);
    }

    /** Replaces a tenant's block by the one that starts at the frontend's port. The tenant must be stopped. */
    public Uni<PortBlock> move(UUID tenant, short server, Integer frontend, Integer backend) {
        return PortLease.<PortLease>find(BLOCK, tenant)
                .firstResult()
                .flatMap(before -> before == null
                        ? lease(tenant, server, frontend, backend)
                        : PortLease.delete(BLOCK, tenant)
                                .flatMap(done -> events.released(before.first))
                                .flatMap(done -> lease(tenant, server, frontend, backend)));
    }

    /** The ports of those tenants that have some. */
    public Uni<Map<UUID, TenantPorts>> portsOf(Collection<UUID> tenants) {
        return tenants.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : PortLease.<PortLease>list("tenantId in ?1", tenants)
                        .map(leases -> leases.stream()
                                .collect(Collectors.groupingBy(
                                        lease -> lease.tenantId,
                                        Collectors.collectingAndThen(Collectors.toList(), PortAllocator::ports))));
    }

    private static TenantPorts ports(List<PortLease> leases) {
        TreeMap<Integer, PortPair> pairs = new TreeMap<>();
        PortBlock block = null;
        for (PortLease lease : leases) {
            if (lease.size == PortBlock.SIZE) {
                block = new PortBlock(lease.first);
            } else {
                pairs.put((int) lease.position, new PortPair(lease.first));
            }
        }
        return new TenantPorts(block, pairs);
    }

    /**
     * Asks the kernel, which blocks for moments that an event loop does not have. PortReservations of another server are looked at by its
     * manager, before it deploys.
     */
    private Uni<Boolean> isFree(short which, PortBlock block) {
        return which != server.id()
                ? Uni.createFrom().item(true)
                : vertx.executeBlocking(() -> block.ports().stream().allMatch(sockets::free), false);
    }

    private static Set<Integer> with(Set<Integer> some, Integer one) {
        Set<Integer> all = new TreeSet<>(some);
        all.add(one);
        return all;
    }

    private static ProblemException exhausted(PortRange range) {
        return new ProblemException(PortProblem.RANGE_EXHAUSTED, "The port range is " + range);
    }

    private static ProblemException taken(int frontend) {
        return new ProblemException(PortProblem.TAKEN, "Omit ports to get the next free block")
                .withError("ports.frontend", PortProblem.notFree(frontend));
    }
}
