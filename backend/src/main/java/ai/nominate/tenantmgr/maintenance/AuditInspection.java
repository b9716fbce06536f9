package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.audit.AuditChain;
import ai.nominate.tenantmgr.audit.ChainView;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks that no entry of the audit log was changed, removed or added. */
@ApplicationScoped
class AuditInspection implements Inspection {
    private final AuditChain chain;

    AuditInspection(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public String title() {
        return "the audit log";
    }

    @Override
    public void inspect(Findings findings) {
        ChainView view = Reactive.await(chain::verify);
        findings.check(view.faultCount() == 0, title(), String.join("; ", view.faults()));
    }
}
