package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.deployment.DeploymentProblem;
import ai.nominate.tenantmgr.deployment.step.PublicCheck;
import ai.nominate.tenantmgr.host.command.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.tenant.TenantAudit;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantChanges;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Changes a tenant. New host names are served with a certificate and confirmed by a probe before the old domain
 * redirects to them; on failure the previous state is restored. After a crash, the next manager removes the announced
 * names, or applies the committed rows to NGINX at its start. Blocks.
 */
@ApplicationScoped
public class TenantUpdates {
    private static final Logger LOG = Logger.getLogger(TenantUpdates.class);
    private static final int BEFORE_NGINX = 2900;

    private final TenantChanges changes;
    private final Certificates certificates;
    private final SiteRegistry sites;
    private final PublicCheck check;
    private final LiveSlot slot;
    private final Audit audit;

    TenantUpdates(
            TenantChanges changes,
            Certificates certificates,
            SiteRegistry sites,
            PublicCheck check,
            LiveSlot slot,
            Audit audit) {
        this.changes = changes;
        this.certificates = certificates;
        this.sites = sites;
        this.check = check;
        this.slot = slot;
        this.audit = audit;
    }

    void onStart(@Observes @Priority(BEFORE_NGINX) io.quarkus.runtime.StartupEvent start) {
        int found = Reactive.transaction(changes::withdrawAll);
        if (found > 0) {
            LOG.warnf("%d host name(s) were being added when the manager stopped; they were released", found);
        }
    }

    /** @throws ProblemException if the change is refused; the tenant is then unchanged */
    public TenantSnapshot change(String id, TenantChange wanted, IfMatch ifMatch, Actor actor) {
        TenantSnapshot before = Reactive.transaction(() -> changes.take(id, wanted, actor)
                .invoke(tenant -> ifMatch.require(tenant.tag()))
                .call(tenant -> tenant.live().isPresent()
                        ? changes.announce(tenant, wanted, newNames(tenant, wanted))
                        : Uni.createFrom().voidItem()));
        if (before.live().isEmpty()) {
            return make(before, wanted, actor);
        }
        Optional<String> certificate = sites.certificate(before.id());
        try {
            goLive(before, newNames(before, wanted));
            TenantSnapshot after = make(before, wanted, actor);
            lead(before, after, actor);
            return after;
        } catch (RuntimeException e) {
            putBack(before, certificate);
            throw e;
        }
    }

    private static List<DomainName> newNames(TenantSnapshot tenant, TenantChange wanted) {
        return Stream.concat(Stream.of(wanted.domain()), wanted.aliases().stream())
                .filter(name -> !tenant.hosts().contains(name))
                .distinct()
                .toList();
    }

    private void goLive(TenantSnapshot tenant, List<DomainName> names) {
        if (names.isEmpty()) {
            return;
        }
        List<DomainName> all =
                Stream.concat(tenant.hosts().stream(), names.stream()).toList();
        var issued = certificates.ensure(tenant.id(), all).certificate();
        sites.certify(tenant.id(), issued.id());
        apply();
        check.fault(tenant, names, issued.serialHex()).ifPresent(fault -> {
            throw new ProblemException(DeploymentProblem.NOT_PUBLIC, fault);
        });
    }

    private TenantSnapshot make(TenantSnapshot before, TenantChange wanted, Actor actor) {
        return Reactive.transaction(() -> changes.make(before, wanted, actor)
                .call(after -> audit.record(actor, TenantAudit.changed(before, after))));
    }

    /** From here on the old domain redirects to the new one, and removed names are unknown. */
    private void lead(TenantSnapshot before, TenantSnapshot after, Actor actor) {
        try {
            apply();
        } catch (ProblemException e) {
            Reactive.transaction(() -> changes.restore(before)
                    .call(restored -> audit.record(actor, TenantAudit.changed(after, restored))));
            throw e;
        }
        slot.refresh(after.id());
    }

    private void putBack(TenantSnapshot before, Optional<String> certificate) {
        Reactive.transaction(() -> changes.withdraw(before.id()));
        certificate.ifPresent(id -> sites.certify(before.id(), id));
        if (sites.apply(Permit.ALWAYS) instanceof ApplyResult.Refused refused) {
            LOG.warnf("NGINX could not remove the new names of tenant %s yet: %s", before.slug(), refused.reason());
        } else {
            certificate.ifPresent(id -> certificates.backTo(before.id(), id));
        }
    }

    private void apply() {
        if (sites.apply(Permit.ALWAYS) instanceof ApplyResult.Refused refused) {
            throw new ProblemException(DeploymentProblem.SITE_REFUSED, refused.reason());
        }
    }
}
