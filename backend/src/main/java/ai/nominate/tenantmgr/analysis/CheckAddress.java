package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;

/** Asks again whether the address is public: the request was accepted a while ago. The capture checks each connection itself. */
@Singleton
class CheckAddress extends AnalysisStep {
    private final Egress egress;

    CheckAddress(Egress egress) {
        super("check-address", "Check address", 50);
        this.egress = egress;
    }

    @Override
    StepResult run(AnalysisContext context, AnalysisRow row) {
        WebAddress address = WebAddress.of(row.url);
        try {
            egress.reachOnWeb(address.host().value(), address.port());
            return new StepResult.Done(address.host() + " has a public address");
        } catch (ProblemException e) {
            return new StepResult.Failed(e.problem(), e.getMessage());
        }
    }
}
