package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.run.engine.StepResult.Failed;

/** A step of an analysis. Ends the analysis if its tenant was deleted meanwhile. */
abstract class AnalysisStep extends NamedStep<AnalysisContext> {
    AnalysisStep(String id, String title, int usualMs) {
        super(id, title, usualMs);
    }

    @Override
    public final StepResult run(AnalysisContext context) {
        return context.row()
                .map(row -> run(context, row))
                .orElseGet(() -> new Failed(AnalysisProblem.LOST, "The tenant was deleted meanwhile"));
    }

    abstract StepResult run(AnalysisContext context, AnalysisRow row);
}
