package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.certificate.Certificates;
import ai.nominate.tenantmgr.certificate.ServedCertificates;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.deployment.step.PublicCheck;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Requests the site by each new name through NGINX, before visitors are redirected there. */
@Singleton
class VerifyNewNames extends NamedStep<DeploymentContext> {
    private final PublicCheck check;
    private final Certificates certificates;

    VerifyNewNames(PublicCheck check, Certificates certificates) {
        super("verify-public", "Outside check", 400);
        this.check = check;
        this.certificates = certificates;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        TenantChange wanted = ReserveNames.change(context).wanted().change();
        Slot slot = context.pinned().slot();
        List<DomainName> added = DomainChange.newNames(tenant, wanted);
        List<DomainName> names = added.isEmpty() && slot != null ? List.of(wanted.domain()) : added;
        if (tenant.live().isEmpty() || names.isEmpty()) {
            return new StepResult.Skipped(names.isEmpty() ? "No new names" : "The tenant has no live slot");
        }
        Optional<ServedCertificates> served =
                certificates.present(tenant.id(), NewNamesCertificate.names(tenant, wanted));
        if (served.isEmpty()) {
            return new StepResult.Failed(DeploymentProblem.NOT_PUBLIC, "no certificate is valid for all names");
        }
        boolean serves = context.statusBefore() == TenantStatus.ACTIVE;
        Optional<String> found = slot == null
                ? check.fault(tenant, serves, names, served.get())
                : check.fault(tenant, slot, names, served.get());
        return found.<StepResult>map(fault -> new StepResult.Failed(DeploymentProblem.NOT_PUBLIC, fault))
                .orElseGet(() -> new StepResult.Done("The site answered under "
                        + String.join(
                                ", ", names.stream().map(DomainName::value).toList())));
    }
}
