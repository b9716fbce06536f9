package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.certificate.CertificateStates;
import ai.nominate.tenantmgr.certificate.CertificateUpload;
import ai.nominate.tenantmgr.certificate.OwnCertificates;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers requests about a tenant's certificate. Runs carry them out. */
@ApplicationScoped
class Renewals {
    private final TenantRegistry tenants;
    private final CertificateStates states;
    private final OwnCertificates own;
    private final RenewalQueue queue;
    private final Audit audit;
    private final Clock clock;

    Renewals(
            TenantRegistry tenants,
            CertificateStates states,
            OwnCertificates own,
            RenewalQueue queue,
            Audit audit,
            Clock clock) {
        this.tenants = tenants;
        this.states = states;
        this.own = own;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<TenantCertificateView> get(String tenant, Actor actor) {
        return Panache.withSession(() -> tenants.get(tenant, actor)
                .flatMap(found -> states.of(found.id())
                        .flatMap(known -> queue.last(found.id())
                                .flatMap(last -> queue.active(found.id())
                                        .map(run -> TenantCertificateView.of(known, last, run, clock.instant()))))));
    }

    /** A new certificate, whether it is due or not. */
    Uni<AcceptedRenewal> renew(String tenant, Actor actor) {
        return accept(
                tenant,
                actor,
                "certificate.renew",
                Map.of(),
                found -> own.isOwn(found.id())
                        .invoke(isOwn -> refuseIf(
                                isOwn, RenewalProblem.OWN, "Upload a new one, or go back to automatic certificates"))
                        .replaceWithVoid(),
                true);
    }

    Uni<AcceptedRenewal> upload(String tenant, NewOwnCertificate wanted, Actor actor) {
        return Panache.withSession(() -> tenants.get(tenant, actor)).flatMap(found -> {
            CertificateUpload upload =
                    CertificateUpload.of(wanted.chain(), wanted.key(), named(found), clock.instant());
            return accept(
                    tenant,
                    actor,
                    "certificate.upload",
                    Map.of(
                            "serial",
                            upload.serial(),
                            "notAfter",
                            upload.notAfter().toString()),
                    locked -> own.keep(locked.id(), upload),
                    false);
        });
    }

    /** A name that needs no DNS has the internal authority's certificate in any case. */
    private static List<DomainName> named(TenantSnapshot tenant) {
        return Stream.concat(Stream.of(tenant.domain()), tenant.aliases().stream())
                .toList();
    }

    Uni<AcceptedRenewal> automatic(String tenant, Actor actor) {
        return accept(
                tenant,
                actor,
                "certificate.automate",
                Map.of(),
                found -> own.isOwn(found.id())
                        .invoke(isOwn ->
                                refuseIf(!isOwn, RenewalProblem.AUTOMATIC, "It is issued and renewed by the manager"))
                        .flatMap(done -> own.giveBack(found.id())),
                false);
    }

    private static void refuseIf(boolean condition, RenewalProblem problem, String detail) {
        if (condition) {
            throw new ProblemException(problem, detail);
        }
    }

    private Uni<AcceptedRenewal> accept(
            String tenant,
            Actor actor,
            String action,
            Map<String, ?> details,
            Function<TenantSnapshot, Uni<Void>> change,
            boolean isAsked) {
        return Panache.withTransaction(() -> tenants.lock(tenant, actor)
                        .flatMap(found -> queue.queue(found, actor)
                                .call(run -> change.apply(found))
                                .call(run -> isAsked
                                        ? states.asked(found.id(), run)
                                        : Uni.createFrom().voidItem())
                                .call(run -> audit.record(
                                        actor,
                                        Change.created(action, found.slug().value(), found.id(), details)))))
                .invoke(run -> queue.wake())
                .map((UUID run) -> new AcceptedRenewal(run));
    }
}
