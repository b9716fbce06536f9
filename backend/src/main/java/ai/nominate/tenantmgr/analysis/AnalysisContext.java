package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.WrappedRunContext;
import java.util.Optional;

/** The context of an analysis: its row, which is read anew in each step. Blocks. */
record AnalysisContext(RunContext engine) implements WrappedRunContext {
    /** Empty if the tenant was deleted meanwhile. */
    Optional<AnalysisRow> row() {
        return Optional.ofNullable(Reactive.transaction(() -> AnalysisRow.of(run())));
    }

    /** Stores the result of a step, as long as this manager owns the run. */
    void store(String change, Object... values) {
        Object[] parameters = java.util.Arrays.copyOf(values, values.length + 1);
        parameters[values.length] = run();
        transaction(() -> AnalysisRow.update(change + " where id = ?" + parameters.length, parameters));
    }
}
