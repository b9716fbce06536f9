package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.deployment.DeploymentProblem;
import ai.nominate.tenantmgr.deployment.step.PublicCheck;
import ai.nominate.tenantmgr.job.Permit;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Changes a tenant. Its new names are answered for, with a certificate and seen by a probe, before anybody is sent to them;
 * when that does not come about, all is as it was. A manager that is killed on the way leaves an announcement, which the next
 * one takes back, or rows that NGINX is told at its start. Blocks.
 */
@ApplicationScoped
public class TenantUpdates {
    private static final Logger LOG = Logger.getLogger(TenantUpdates.class);

    private final TenantChanges changes;
    private final Certificates certificates;
    private final SiteRegistry sites;
    private final PublicCheck check;
    private final LiveSlot slot;
    private final Audit audit;
    private final Permit permit;

    TenantUpdates(
            TenantChanges changes,
            Certificates certificates,
            SiteRegistry sites,
            PublicCheck check,
            LiveSlot slot,
            Audit audit,
            Permit permit) {
        this.changes = changes;
        this.certificates = certificates;
        this.sites = sites;
        this.check = check;
        this.slot = slot;
        this.audit = audit;
        this.permit = permit;
    }

    /** @throws ProblemException when the change is refused; the tenant is as it was then */
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

    /** From here on the old domain leads to the new one, and what was left out is not known any more. */
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
        if (sites.apply(permit) instanceof ApplyResult.Refused refused) {
            LOG.warnf("NGINX will forget the new names of tenant %s later: %s", before.slug(), refused.reason());
        } else {
            certificate.ifPresent(id -> certificates.backTo(before.id(), id));
        }
    }

    private void apply() {
        if (sites.apply(permit) instanceof ApplyResult.Refused refused) {
            throw new ProblemException(DeploymentProblem.SITE_REFUSED, refused.reason());
        }
    }
}
