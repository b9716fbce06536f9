package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.port.PortAllocator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Changes what a tenant is. New names of one that serves come in two moves: announced, they are answered for; then they are
 * the tenant's. An announcement is also the lock that keeps a second change away. Runs in the caller's transaction.
 */
@ApplicationScoped
public class TenantChanges {
    private static final Set<TenantStatus> CHANGEABLE =
            Set.of(TenantStatus.DRAFT, TenantStatus.ACTIVE, TenantStatus.STOPPED, TenantStatus.FAILED);
    private static final String CHANGE = """
            update tenant set name = :name, domain = :domain, source_kind = cast(:kind as text),
                source_location = cast(:location as text), source_ref = cast(:ref as text),
                updated_at = :now, version = version + 1
            where id = :id""";

    private final TenantRegistry tenants;
    private final PortAllocator ports;
    private final PublicAddress address;
    private final Clock clock;

    TenantChanges(TenantRegistry tenants, PortAllocator ports, PublicAddress address, Clock clock) {
        this.tenants = tenants;
        this.ports = ports;
        this.address = address;
        this.clock = clock;
    }

    /**
     * The tenant, locked for the rest of the transaction.
     *
     * @throws ProblemException {@link TenantProblem#WRONG_STATE} while something else is under way
     */
    public Uni<TenantSnapshot> take(String id, TenantChange wanted, Actor actor) {
        return tenants.take(id, actor)
                .flatMap(tenant -> TenantHostRows.announced(tenant.id()).map(announced -> {
                    if (!CHANGEABLE.contains(tenant.status())) {
                        throw refusal("The tenant is " + tenant.status().id() + ", so it cannot be changed");
                    }
                    if (announced) {
                        throw refusal("Another change of the tenant is under way");
                    }
                    if (wanted.movesFrom(tenant.ports().first()) && mayRun(tenant)) {
                        throw refusal("Stop the tenant before it gets other ports")
                                .withError("ports", "change only while the tenant is stopped");
                    }
                    return tenant;
                }));
    }

    /** Announces the names that the tenant does not have yet. @throws ProblemException {@link TenantProblem#HOST_TAKEN} */
    public Uni<Void> announce(TenantSnapshot tenant, TenantChange wanted, Collection<DomainName> names) {
        return TenantHostRows.announce(tenant.id(), names, wanted);
    }

    /** Takes back what was announced. */
    public Uni<Void> withdraw(UUID id) {
        return TenantHostRows.withdraw(id);
    }

    /** Takes back everything that was announced by whoever did not come back; says how much that was. */
    public Uni<Integer> withdrawAll() {
        return TenantHostRows.withdrawAll();
    }

    /**
     * Makes the change. The domain that a serving tenant gives up becomes a name that leads to the new one.
     *
     * @throws ProblemException {@link TenantProblem#WRONG_STATE} when something else has begun since it was taken
     */
    public Uni<TenantSnapshot> make(TenantSnapshot before, TenantChange wanted, Actor actor) {
        return tenants.take(before.id().toString(), actor)
                .invoke(now -> {
                    if (now.status() != before.status()) {
                        throw refusal("The tenant is " + now.status().id() + " by now");
                    }
                })
                .flatMap(now -> TenantHostRows.replace(now, wanted, address.local(now.slug()))
                        .flatMap(done -> move(now, wanted)))
                .flatMap(done -> written(before.id(), wanted));
    }

    /** Undoes a change that did not come into effect. */
    public Uni<TenantSnapshot> restore(TenantSnapshot before) {
        int first = before.ports().first();
        TenantChange back =
                new TenantChange(before.name(), before.domain(), before.aliases(), before.source(), first, first + 1);
        return tenants.take(before.id().toString(), Actor.MANAGER)
                .flatMap(now -> TenantHostRows.restore(before).flatMap(done -> move(now, back)))
                .flatMap(done -> written(before.id(), back));
    }

    private Uni<Void> move(TenantSnapshot now, TenantChange wanted) {
        return wanted.movesFrom(now.ports().first())
                ? ports.move(now.id(), wanted.frontendPort(), wanted.backendPort())
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<TenantSnapshot> written(UUID id, TenantChange wanted) {
        return write(id, wanted)
                .flatMap(done -> Panache.getSession())
                .invoke(session -> session.clear()) // what is read next was written past it
                .flatMap(done -> tenants.get(id));
    }

    private Uni<Integer> write(UUID id, TenantChange wanted) {
        TenantSource source = wanted.source().orElse(null);
        return Panache.getSession()
                .flatMap(session -> session.flush()
                        .flatMap(flushed -> session.createNativeQuery(CHANGE)
                                .setParameter("name", wanted.name())
                                .setParameter("domain", wanted.domain().value())
                                .setParameter("kind", source == null ? null : TenantSource.kind(source))
                                .setParameter("location", source == null ? null : TenantSource.location(source))
                                .setParameter("ref", source == null ? null : TenantSource.ref(source))
                                .setParameter("now", clock.instant())
                                .setParameter("id", id)
                                .executeUpdate()));
    }

    private static boolean mayRun(TenantSnapshot tenant) {
        return tenant.live().isPresent() && tenant.status() != TenantStatus.STOPPED;
    }

    private static ProblemException refusal(String why) {
        return new ProblemException(TenantProblem.WRONG_STATE, why);
    }
}
