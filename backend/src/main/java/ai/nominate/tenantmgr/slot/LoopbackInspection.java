package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.systemd.LoopbackPorts;
import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import jakarta.enterprise.context.ApplicationScoped;

/** Says when a server does not close the loopback ports of its tenants to each other. */
@ApplicationScoped
class LoopbackInspection implements Inspection {
    @Override
    public String title() {
        return "the loopback ports of tenants";
    }

    @Override
    public void inspect(Findings findings) {
        String reason = LoopbackPorts.OF_MACHINE.exposure().orElse("");
        findings.check(
                reason.isEmpty(), "this machine", "lets programs of a tenant reach the ports of others: " + reason);
    }
}
