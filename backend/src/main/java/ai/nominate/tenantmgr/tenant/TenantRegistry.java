package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.port.PortAllocator;
import ai.nominate.tenantmgr.web.SqlFailure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The tenants and their state transitions. Every method runs in the caller's session or transaction, so that a tenant
 * changes together with the rows that belong to it.
 */
@ApplicationScoped
public class TenantRegistry {
    /** The row lock orders concurrent transitions; the second one sees the result of the first. */
    private static final String MOVE = """
            update tenant t set status = :to, updated_at = :now, version = t.version + 1
            from (select id, status from tenant where id = :id for update) before
            where t.id = before.id and before.status = any(cast(:from as text[])) returning before.status""";

    private static final String FILL = """
            insert into tenant_slot (tenant_id, slot, release_id, config_version, domain, status)
            values (:tenant, :slot, :release, :config, :domain, 'preparing')
            on conflict (tenant_id, slot) do update set release_id = excluded.release_id,
                config_version = excluded.config_version, domain = excluded.domain, status = excluded.status""";

    private static final String TAKE =
            "select 1 from tenant where slug = :tenant or cast(id as text) = lower(:tenant) for update";

    private final PortAllocator ports;
    private final TenantSnapshots snapshots;
    private final PublicAddress address;
    private final OwnServer server;
    private final TenantEvents events;
    private final Clock clock;

    TenantRegistry(
            PortAllocator ports,
            TenantSnapshots snapshots,
            PublicAddress address,
            OwnServer server,
            TenantEvents events,
            Clock clock) {
        this.ports = ports;
        this.snapshots = snapshots;
        this.address = address;
        this.server = server;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a draft on this manager's own server. Refuses a slug or a name that another tenant has. */
    public Uni<TenantSnapshot> create(NewTenant wanted) {
        return create(Uuid7.next(), wanted);
    }

    /**
     * The same for a tenant that was deleted and comes back.
     *
     * @param id no tenant has it
     */
    public Uni<TenantSnapshot> create(UUID id, NewTenant wanted) {
        Tenant tenant = new Tenant();
        tenant.id = id;
        tenant.serverId = server.id();
        tenant.slug = wanted.slug().value();
        tenant.name = wanted.name();
        tenant.domain = wanted.domain().value();
        tenant.status = TenantStatus.DRAFT.id();
        tenant.health = "unknown";
        wanted.source().ifPresent(source -> {
            tenant.sourceKind = TenantSource.kind(source);
            tenant.sourceLocation = TenantSource.location(source);
            tenant.sourceRef = TenantSource.ref(source);
            tenant.sourceCredential = TenantSource.credential(source);
        });
        tenant.timeZone = wanted.notes().timeZone().map(TenantTimeZone::value).orElse(null);
        tenant.labels = wanted.notes().labelTexts().toArray(String[]::new);
        tenant.notes = wanted.notes().text().orElse(null);
        tenant.createdAt = clock.instant();
        tenant.updatedAt = tenant.createdAt;
        return Panache.getSession()
                .flatMap(session -> session.persist(tenant).flatMap(done -> session.flush()))
                .onFailure(e -> SqlFailure.violates(e, "tenant_slug_key"))
                .transform(
                        e -> new ProblemException(TenantProblem.SLUG_TAKEN, "The slug " + wanted.slug() + " is taken")
                                .withError("slug", "belongs to another tenant"))
                .flatMap(done -> TenantHostRows.insert(tenant.id, wanted, address.local(wanted.slug())))
                .flatMap(done -> wanted.namesPorts()
                        ? ports.lease(tenant.id, wanted.frontendPort(), wanted.backendPort())
                        : ports.lease(tenant.id))
                .flatMap(block -> snapshots.of(tenant))
                .call(events::created);
    }

    /**
     * Finds a tenant.
     *
     * @param idOrSlug a UUID, or the slug
     * @throws ProblemException {@link TenantProblem#UNKNOWN} if there is none, or the actor has no access to it
     */
    public Uni<TenantSnapshot> get(String idOrSlug, Actor actor) {
        return find(idOrSlug, actor).flatMap(snapshots::of);
    }

    /** Like {@link #get(String, Actor)}, and locks the tenant until the caller's transaction ends. */
    public Uni<TenantSnapshot> lock(String idOrSlug, Actor actor) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(TAKE)
                        .setParameter("tenant", idOrSlug)
                        .getResultList())
                .flatMap(locked -> get(idOrSlug, actor));
    }

    public Uni<TenantSnapshot> get(UUID id) {
        return get(id.toString(), Actor.MANAGER);
    }

    public Uni<TenantSnapshot> get(TenantSlug slug) {
        return get(slug.value(), Actor.MANAGER);
    }

    /** Every tenant of this manager's own server that has a live slot and should be serving. */
    public Uni<List<TenantSnapshot>> serving() {
        return Tenant.<Tenant>list(
                        "serverId = ?1 and liveSlot is not null and status in ('active', 'deploying')", server.id())
                .flatMap(snapshots::of);
    }

    /** Every tenant of this manager's own server. */
    Uni<List<TenantSnapshot>> own() {
        return Tenant.<Tenant>list("serverId", server.id()).flatMap(snapshots::of);
    }

    /**
     * Moves a tenant to another state.
     *
     * @throws ProblemException {@link TenantProblem#WRONG_STATE} if its current state is not in {@code from}
     */
    public Uni<TenantStatus> move(UUID id, Set<TenantStatus> from, TenantStatus to) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(MOVE, String.class)
                        .setParameter("id", id)
                        .setParameter("to", to.id())
                        .setParameter(
                                "from", from.stream().map(TenantStatus::id).toArray(String[]::new))
                        .setParameter("now", clock.instant())
                        .getResultList())
                .flatMap(before -> before.isEmpty()
                        ? get(id).flatMap(tenant -> refuse(tenant.status(), to))
                        : moved(id, TenantStatus.of(before.getFirst()), to));
    }

    private Uni<TenantStatus> moved(UUID id, TenantStatus from, TenantStatus to) {
        return from == to
                ? Uni.createFrom().item(from)
                : events.moved(id, from, to).replaceWith(from);
    }

    private static <T> Uni<T> refuse(TenantStatus status, TenantStatus to) {
        return Uni.createFrom()
                .failure(new ProblemException(
                        TenantProblem.WRONG_STATE,
                        "The tenant is " + status.id() + ", so it cannot become " + to.id()));
    }

    /** Sets the live slot. */
    public Uni<Void> live(UUID id, Slot slot) {
        return Tenant.update("liveSlot = ?1, updatedAt = ?2 where id = ?3", slot.id(), clock.instant(), id)
                .flatMap(rows -> events.live(id, slot));
    }

    /** Clears the live slot. */
    public Uni<Void> offline(UUID id) {
        return Tenant.update("liveSlot = null, health = 'unknown', updatedAt = ?1 where id = ?2", clock.instant(), id)
                .flatMap(rows -> events.offline(id));
    }

    /** Deletes a tenant's row and all rows that belong to it. Its slug, names and ports become free. */
    public Uni<Void> forget(UUID id) {
        return Tenant.delete("id = ?1", id).flatMap(rows -> events.removed(id));
    }

    /** Assigns a release, a configuration and the domain that its services are told to a slot. */
    public Uni<Void> fill(UUID id, Slot slot, String release, int configVersion, DomainName domain) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FILL)
                        .setParameter("tenant", id)
                        .setParameter("slot", slot.id())
                        .setParameter("release", release)
                        .setParameter("config", configVersion)
                        .setParameter("domain", domain.value())
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** Records the configuration and domain with which the services of a slot were restarted. */
    public Uni<Void> started(UUID id, Slot slot, int configVersion, DomainName domain) {
        return TenantSlot.update(
                        "configVersion = ?1, domain = ?2 where tenantId = ?3 and slot = ?4",
                        configVersion,
                        domain.value(),
                        id,
                        slot.id())
                .replaceWithVoid();
    }

    /** Sets the status of a slot that has a release. */
    public Uni<Void> slot(UUID id, Slot slot, SlotStatus status) {
        return TenantSlot.update("status = ?1 where tenantId = ?2 and slot = ?3", status.id(), id, slot.id())
                .replaceWithVoid();
    }

    /** Empties a slot. */
    public Uni<Void> empty(UUID id, Slot slot) {
        return TenantSlot.deleteById(new TenantSlot.Key(id, slot.id())).replaceWithVoid();
    }

    public Uni<Void> health(UUID id, String health) {
        return Tenant.update("health = ?1 where id = ?2 and health <> ?1", health, id)
                .flatMap(rows -> rows == 0 ? Uni.createFrom().voidItem() : events.health(id, health));
    }

    private static Uni<Tenant> find(String idOrSlug, Actor actor) {
        Uni<Tenant> found = isId(idOrSlug)
                ? Tenant.findById(UUID.fromString(idOrSlug))
                : Tenant.<Tenant>find("slug", idOrSlug).firstResult();
        return found.map(tenant -> {
            if (tenant == null || !actor.canAccess(tenant.id)) {
                throw unknown();
            }
            return tenant;
        });
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private static ProblemException unknown() {
        return new ProblemException(TenantProblem.UNKNOWN, "No tenant with this id or slug");
    }
}
