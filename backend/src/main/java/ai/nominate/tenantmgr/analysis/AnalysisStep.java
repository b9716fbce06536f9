package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.run.engine.StepResult.Failed;

/** A step of an analysis. Ends the analysis if its tenant was deleted meanwhile. */
abstract class AnalysisStep implements Step<AnalysisContext> {
    private final String id;
    private final String title;
    private final int usualMs;

    AnalysisStep(String id, String title, int usualMs) {
        this.id = id;
        this.title = title;
        this.usualMs = usualMs;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final int usualMs() {
        return usualMs;
    }

    @Override
    public final StepResult run(AnalysisContext context) {
        return context.row()
                .map(row -> run(context, row))
                .orElseGet(() -> new Failed(AnalysisProblem.LOST, "The tenant was deleted meanwhile"));
    }

    abstract StepResult run(AnalysisContext context, AnalysisRow row);
}
