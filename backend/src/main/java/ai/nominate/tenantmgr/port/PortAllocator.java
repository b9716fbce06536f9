package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Leases blocks of ports. Callers bring a transaction: the lease is made with the tenant or not at all. Those who ask at once
 * do not wait for one another; a block with a port that a foreign process holds is passed over.
 */
@ApplicationScoped
public class PortAllocator {
    private final PortRanges ranges;
    private final PortRows rows;
    private final Sockets sockets;
    private final Vertx vertx;
    private final PortEvents events;

    PortAllocator(PortRanges ranges, PortRows rows, Sockets sockets, Vertx vertx, PortEvents events) {
        this.ranges = ranges;
        this.rows = rows;
        this.sockets = sockets;
        this.vertx = vertx;
        this.events = events;
    }

    /** The next free block, leased to the tenant. */
    public Uni<PortBlock> lease(UUID tenant) {
        return Panache.getSession()
                .flatMap(session -> ranges.held(session).flatMap(range -> next(session, range, tenant, Set.of())))
                .call(block -> events.leased(block, tenant));
    }

    /** @param foreign blocks that were looked at and are held by somebody else */
    private Uni<PortBlock> next(Mutiny.Session session, PortRange range, UUID tenant, Set<Integer> foreign) {
        return rows.claim(session, range, foreign).flatMap(first -> {
            if (first == null) {
                return Uni.createFrom().failure(exhausted(range));
            }
            PortBlock block = new PortBlock(first);
            return isFree(block)
                    .flatMap(free -> free
                            ? rows.lease(session, block, tenant)
                            : Uni.createFrom().item(false))
                    .flatMap(leased ->
                            leased ? Uni.createFrom().item(block) : next(session, range, tenant, with(foreign, first)));
        });
    }

    /**
     * The block that begins at the frontend's port, leased to the tenant.
     *
     * @throws ProblemException when the pair is not that of a block, or the block is taken
     */
    public Uni<PortBlock> lease(UUID tenant, Integer frontend, Integer backend) {
        return Panache.getSession()
                .flatMap(session -> ranges.held(session).flatMap(range -> {
                    PortBlock block = named(range, frontend, backend);
                    return isFree(block)
                            .flatMap(free -> free
                                    ? rows.lease(session, block, tenant)
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
        fields.refuse();
        if (!range.hasBlockAt(frontend)) {
            fields.add("ports.frontend", PortProblem.notABlock(range));
        }
        if (backend != frontend + 1) {
            fields.add("ports.backend", "must be the port after the frontend's");
        }
        fields.refuse();
        return new PortBlock(frontend);
    }

    /** Gives a tenant the block that begins at the frontend's port instead of its own. Nothing of it may run. */
    public Uni<PortBlock> move(UUID tenant, Integer frontend, Integer backend) {
        return PortLease.<PortLease>find("tenantId", tenant)
                .firstResult()
                .flatMap(before -> before == null
                        ? lease(tenant, frontend, backend)
                        : PortLease.delete("tenantId", tenant)
                                .flatMap(done -> events.released(before.first))
                                .flatMap(done -> lease(tenant, frontend, backend)));
    }

    /** The tenants' blocks, for those that have one. */
    public Uni<Map<UUID, PortBlock>> blocksOf(Collection<UUID> tenants) {
        return tenants.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : PortLease.<PortLease>list("tenantId in ?1", tenants)
                        .map(leases -> leases.stream()
                                .collect(Collectors.toMap(
                                        lease -> lease.tenantId, lease -> new PortBlock(lease.first))));
    }

    /** Asks the kernel, which blocks for moments that an event loop does not have. */
    private Uni<Boolean> isFree(PortBlock block) {
        return vertx.executeBlocking(() -> block.ports().stream().allMatch(sockets::free), false);
    }

    private static Set<Integer> with(Set<Integer> some, Integer one) {
        Set<Integer> all = new TreeSet<>(some);
        all.add(one);
        return all;
    }

    private static ProblemException exhausted(PortRange range) {
        return new ProblemException(PortProblem.RANGE_EXHAUSTED, "The range is " + range);
    }

    private static ProblemException taken(int frontend) {
        return new ProblemException(PortProblem.TAKEN, "Leave ports out, and the next free ones are taken")
                .withError("ports.frontend", "port " + frontend + " and the three after it are not free");
    }
}
