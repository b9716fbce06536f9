package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** From an address to suggestions. Changes nothing but its own rows, so it may run beside any other run of the tenant. */
@Singleton
class AnalysisKind implements RunKind<AnalysisContext> {
    static final String ID = "analysis";

    private final Pipeline<AnalysisContext> pipeline;

    AnalysisKind(CheckAddress checkAddress, Capture capture, Extract extract, AskClaude askClaude, Suggest suggest) {
        pipeline = new Pipeline<AnalysisContext>()
                .then(checkAddress)
                .then(capture)
                .then(extract)
                .then(askClaude)
                .then(suggest);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean isExclusive() {
        return false;
    }

    @Override
    public boolean isHeavy() {
        return true;
    }

    @Override
    public Pipeline<AnalysisContext> pipeline() {
        return pipeline;
    }

    @Override
    public AnalysisContext context(RunContext run) {
        return new AnalysisContext(run);
    }

    @Override
    public String successMessage() {
        return "The suggestions are ready";
    }

    @Override
    public boolean undoesOnFailure() {
        return false;
    }

    @Override
    public String failureMessage() {
        return "The analysis failed; the theme of the tenant is as it was";
    }

    @Override
    public Uni<?> end(AnalysisContext context, RunOutcome outcome) {
        return Uni.createFrom().voidItem();
    }
}
