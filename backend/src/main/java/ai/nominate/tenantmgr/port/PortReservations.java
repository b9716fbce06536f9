package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Lists free blocks, reserves and releases them. */
@ApplicationScoped
class PortReservations {
    private static final int MOST = 100;
    private static final String FIND = "serverId = ?1 and first = ?2";

    private final PortRanges ranges;
    private final PortRows rows;
    private final PortBlockOwners owners;
    private final Sockets sockets;
    private final Vertx vertx;
    private final Audit audit;
    private final OwnServer server;
    private final PortEvents events;

    PortReservations(
            PortRanges ranges,
            PortRows rows,
            PortBlockOwners owners,
            Sockets sockets,
            Vertx vertx,
            Audit audit,
            OwnServer server,
            PortEvents events) {
        this.server = server;
        this.ranges = ranges;
        this.rows = rows;
        this.owners = owners;
        this.sockets = sockets;
        this.vertx = vertx;
        this.audit = audit;
        this.events = events;
    }

    /** The next free blocks, in order. Does not reserve them. */
    Uni<PageView<FreeBlockView>> nextAvailable(String given) {
        Fields fields = new Fields();
        Integer wanted = fields.optional("count", given, text -> PageRequest.number(text, 1, MOST));
        fields.throwIfInvalid();
        int count = wanted == null ? 1 : wanted;
        return Panache.withSession(() -> Panache.getSession()
                        .flatMap(session -> ranges.current().flatMap(range -> rows.free(session, range))))
                .flatMap(free -> vertx.executeBlocking(() -> withoutForeign(free, count), false))
                .map(blocks -> {
                    if (blocks.size() < count) {
                        throw new ProblemException(
                                PortProblem.RANGE_EXHAUSTED, "Only " + blocks.size() + " free block(s) are left");
                    }
                    List<FreeBlockView> views =
                            blocks.stream().map(FreeBlockView::of).toList();
                    return PageView.of(views, new PageRequest(0, count), count);
                });
    }

    private List<PortBlock> withoutForeign(List<Integer> free, int count) {
        return free.stream()
                .map(PortBlock::new)
                .filter(block -> block.ports().stream().allMatch(sockets::free))
                .limit(count)
                .toList();
    }

    /** A block used by a foreign process can be reserved too: it stays reserved after that process ends. */
    Uni<PortBlockView> reserve(PortReservation wanted, Actor actor) {
        Fields fields = new Fields();
        Integer first = fields.required("first", wanted.first(), number -> number);
        String reason = fields.required("reason", wanted.reason(), PortReservations::reason);
        return Panache.withTransaction(() -> Panache.getSession()
                .flatMap(session -> ranges.currentLocked(session, server.id())
                        .flatMap(range -> {
                            if (first != null && !range.hasBlockAt(first)) {
                                fields.add("first", PortProblem.notABlock(range));
                            }
                            fields.throwIfInvalid();
                            return rows.reserve(session, new PortBlock(first), reason);
                        })
                        .flatMap(reserved -> reserved
                                ? audit.record(
                                                actor,
                                                Change.created(
                                                        "port.reserve", "" + first, null, Map.of("reason", reason)))
                                        .chain(() -> events.reserved(first, reason))
                                : Uni.createFrom().failure(taken(first)))
                        .replaceWith(() -> PortBlockView.of(new PortBlock(first), null, "reserved", reason))));
    }

    /** Releases a reserved block. A tenant's block is released when the tenant is deleted. */
    Uni<Void> release(String given, Actor actor) {
        int first = given.matches("[0-9]{1,5}") ? Integer.parseInt(given) : 0;
        return Panache.withTransaction(() -> PortLease.<PortLease>find(FIND, server.id(), first)
                .firstResult()
                .flatMap(lease -> {
                    boolean visible = lease != null && (actor.tenants().isEmpty() || actor.canAccess(lease.tenantId));
                    if (!visible) {
                        return Uni.createFrom().failure(unknown());
                    }
                    return lease.tenantId == null ? release(lease, actor) : leased(lease);
                }));
    }

    private Uni<Void> release(PortLease lease, Actor actor) {
        Change change = Change.deleted("port.release", "" + lease.first, null, Map.of("reason", lease.reason));
        return PortLease.delete(FIND + " and state = 'reserved'", server.id(), lease.first)
                .flatMap(deleted -> deleted == 0
                        ? Uni.createFrom().failure(unknown())
                        : audit.record(actor, change).chain(() -> events.released(lease.first)));
    }

    private Uni<Void> leased(PortLease lease) {
        return owners.slugs(List.of(lease.tenantId)).map(slugs -> {
            String slug = slugs.get(lease.tenantId).value();
            throw new ProblemException(PortProblem.LEASED, "They are released when the tenant " + slug + " is deleted")
                    .with("tenant", slug);
        });
    }

    private static String reason(String text) {
        return DisplayText.line(text, 200);
    }

    private static ProblemException taken(int first) {
        return new ProblemException(PortProblem.TAKEN, "List the owners with GET /api/ports")
                .withError("first", "port " + first + " or one of the three ports after it is in use");
    }

    private static ProblemException unknown() {
        return new ProblemException(PortProblem.UNKNOWN, "No lease or reservation starts at this port");
    }
}
