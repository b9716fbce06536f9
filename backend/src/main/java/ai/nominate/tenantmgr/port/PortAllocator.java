package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.host.HostProperties;
import ai.nominate.tenantmgr.host.Sockets;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Leases blocks of ports. Callers bring a transaction: the lease is made with the tenant or not at all. A lock per server
 * orders those who ask at once; a block with a port that a foreign process holds is passed over.
 */
@ApplicationScoped
public class PortAllocator {
    private static final short SERVER = 1;
    private static final int LOCK = 0x706f7274;
    private static final String FREE = """
            select g from generate_series(cast(:first as int), cast(:last as int), cast(:size as int)) g
            where not exists (select 1 from port_block b where b.server_id = cast(:server as int) and b.first = g)
            order by g limit 64""";

    private final PortRange range;
    private final Sockets sockets;
    private final Clock clock;

    PortAllocator(HostProperties host, Sockets sockets, Clock clock) {
        this.range = PortRange.of(host.portRange());
        this.sockets = sockets;
        this.clock = clock;
    }

    /** The next free block, leased to the tenant. */
    public Uni<PortBlock> lease(UUID tenant) {
        return Panache.getSession()
                .flatMap(session -> lock(session)
                        .flatMap(locked -> free(session))
                        .flatMap(candidates -> candidates.stream()
                                .map(PortBlock::new)
                                .filter(this::isFree)
                                .findFirst()
                                .map(block -> persist(block, tenant))
                                .orElseGet(() -> Uni.createFrom().failure(exhausted()))));
    }

    /**
     * The block that begins at the frontend's port, leased to the tenant.
     *
     * @throws ProblemException when the pair is not that of a block, or the block is taken
     */
    public Uni<PortBlock> lease(UUID tenant, Integer frontend, Integer backend) {
        Fields fields = new Fields();
        fields.required("ports.frontend", frontend, PortNumber::new);
        fields.required("ports.backend", backend, PortNumber::new);
        fields.refuse();
        if (!range.hasBlockAt(frontend)) {
            fields.add(
                    "ports.frontend",
                    "must be the first port of a block of four, from " + range.first() + " in steps of "
                            + PortBlock.SIZE + " up to " + range.lastBlock());
        }
        if (backend != frontend + 1) {
            fields.add("ports.backend", "must be the port after the frontend's");
        }
        fields.refuse();
        PortBlock block = new PortBlock(frontend);
        return Panache.getSession()
                .flatMap(session -> lock(session)
                        .flatMap(locked -> session.find(PortLease.class, new PortLease.Key(SERVER, frontend)))
                        .flatMap(taken -> taken != null || !isFree(block)
                                ? Uni.createFrom().failure(taken(frontend))
                                : persist(block, tenant)));
    }

    /** Gives a tenant the block that begins at the frontend's port instead of its own. Nothing of it may run. */
    public Uni<PortBlock> move(UUID tenant, Integer frontend, Integer backend) {
        return PortLease.delete("tenantId", tenant).flatMap(done -> lease(tenant, frontend, backend));
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

    private boolean isFree(PortBlock block) {
        return block.ports().stream().allMatch(sockets::free);
    }

    private Uni<PortBlock> persist(PortBlock block, UUID tenant) {
        PortLease lease = new PortLease();
        lease.serverId = SERVER;
        lease.first = block.first();
        lease.state = "leased";
        lease.tenantId = tenant;
        lease.createdAt = clock.instant();
        return lease.persist().replaceWith(block);
    }

    private static Uni<Object> lock(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(cast(:space as int), cast(:server as int))", Integer.class)
                .setParameter("space", LOCK)
                .setParameter("server", (int) SERVER)
                .getSingleResult()
                .map(one -> one);
    }

    private Uni<List<Integer>> free(Mutiny.Session session) {
        return session.createNativeQuery(FREE, Integer.class)
                .setParameter("first", range.first())
                .setParameter("last", range.lastBlock())
                .setParameter("size", PortBlock.SIZE)
                .setParameter("server", (int) SERVER)
                .getResultList();
    }

    private ProblemException exhausted() {
        return new ProblemException(PortProblem.RANGE_EXHAUSTED, "The range is " + range.first() + "-" + range.last());
    }

    private static ProblemException taken(int frontend) {
        return new ProblemException(PortProblem.TAKEN, "Leave ports out, and the next free ones are taken")
                .withError("ports.frontend", "port " + frontend + " and the three after it are not free");
    }
}
