package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import jakarta.enterprise.context.ApplicationScoped;

/** Says when this machine does not keep the programs of tenants apart from the manager and from each other. */
@ApplicationScoped
class IsolationInspection implements Inspection {
    private final Supervisor supervisor;

    IsolationInspection(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public String title() {
        return "the isolation of tenants' programs";
    }

    @Override
    public void inspect(Findings findings) {
        String reason = supervisor.exposure().orElse("");
        findings.check(
                reason.isEmpty(),
                "this machine",
                "does not isolate the programs of tenants, which can read what the manager can read: " + reason);
    }
}
