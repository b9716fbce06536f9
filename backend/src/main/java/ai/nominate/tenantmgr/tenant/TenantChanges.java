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
 * Changes tenants. New names of a serving tenant are added in two steps: first reserved, which makes NGINX answer for
 * them, then assigned to the tenant. Runs in the caller's transaction.
 */
@ApplicationScoped
public class TenantChanges {
    private static final Set<TenantStatus> CHANGEABLE =
            Set.of(TenantStatus.DRAFT, TenantStatus.ACTIVE, TenantStatus.STOPPED, TenantStatus.FAILED);
    private static final String CHANGE = """
            update tenant set name = :name, domain = :domain, source_kind = cast(:kind as text),
                source_location = cast(:location as text), source_ref = cast(:ref as text),
                source_credential = cast(:credential as text), time_zone = cast(:timeZone as text),
                labels = cast(:labels as text[]), notes = cast(:notes as text),
                updated_at = :now, version = version + 1
            where id = :id""";

    private final TenantRegistry tenants;
    private final PortAllocator ports;
    private final PublicAddress address;
    private final TenantEvents events;
    private final Clock clock;

    TenantChanges(
            TenantRegistry tenants, PortAllocator ports, PublicAddress address, TenantEvents events, Clock clock) {
        this.tenants = tenants;
        this.ports = ports;
        this.address = address;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the tenant, locked for the rest of the transaction.
     *
     * @throws ProblemException {@link TenantProblem#WRONG_STATE} if another operation is active
     */
    public Uni<TenantSnapshot> take(String id, TenantChange wanted, Actor actor) {
        return tenants.lock(id, actor).invoke(tenant -> requireChangeable(tenant, wanted));
    }

    /** @throws ProblemException {@link TenantProblem#WRONG_STATE} if the tenant cannot be changed like this now */
    public void requireChangeable(TenantSnapshot tenant, TenantChange wanted) {
        if (!CHANGEABLE.contains(tenant.status())) {
            throw refusal("The tenant is " + tenant.status().id() + ", so it cannot be changed");
        }
        if (wanted.movesFrom(tenant.ports().first()) && mayRun(tenant)) {
            throw refusal("Stop the tenant before changing its ports")
                    .withError("ports", "can only be changed while the tenant is stopped");
        }
    }

    /** Reserves the tenant's new names. @throws ProblemException {@link TenantProblem#HOST_TAKEN} */
    public Uni<Void> reserve(TenantSnapshot tenant, TenantChange wanted, Collection<DomainName> names) {
        return TenantHostRows.reserve(tenant.id(), names, wanted);
    }

    /** Releases the reserved names. */
    public Uni<Void> release(UUID id) {
        return TenantHostRows.release(id);
    }

    /** Applies the change. The previous domain of a serving tenant becomes a redirect to the new one. */
    public Uni<TenantSnapshot> make(UUID id, TenantChange wanted) {
        return tenants.lock(id.toString(), Actor.MANAGER)
                .flatMap(now -> TenantHostRows.replace(now, wanted, address.local(now.slug()))
                        .flatMap(done -> move(now, wanted)))
                .flatMap(done -> written(id, wanted));
    }

    /**
     * Reverts a change that did not take effect.
     *
     * @param redirects the previous aliases that redirected to the domain
     */
    public Uni<TenantSnapshot> restore(UUID id, TenantChange before, Collection<DomainName> redirects) {
        return tenants.lock(id.toString(), Actor.MANAGER)
                .flatMap(now -> TenantHostRows.restore(now, before, redirects).flatMap(done -> move(now, before)))
                .flatMap(done -> written(id, before));
    }

    private Uni<Void> move(TenantSnapshot now, TenantChange wanted) {
        return wanted.movesFrom(now.ports().first())
                ? ports.move(now.id(), now.server(), wanted.frontendPort(), wanted.backendPort())
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<TenantSnapshot> written(UUID id, TenantChange wanted) {
        return write(id, wanted)
                .flatMap(done -> Panache.getSession())
                .invoke(session -> session.clear()) // the following reads must not come from the session cache
                .flatMap(done -> tenants.get(id))
                .call(events::changed);
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
                                .setParameter("credential", source == null ? null : TenantSource.credential(source))
                                .setParameter(
                                        "timeZone",
                                        wanted.notes()
                                                .timeZone()
                                                .map(TenantTimeZone::value)
                                                .orElse(null))
                                .setParameter(
                                        "labels", wanted.notes().labelTexts().toArray(String[]::new))
                                .setParameter("notes", wanted.notes().text().orElse(null))
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
