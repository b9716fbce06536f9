package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A step of a proof. What it made is removed by the last step, or by its undo. */
abstract class ProofStep extends NamedStep<ProofContext> {
    ProofStep(String id, String title, int usualMs) {
        super(id, title, usualMs);
    }

    @Override
    public final StepResult run(ProofContext context) {
        try {
            return prove(context);
        } catch (IOException | UncheckedIOException e) {
            return new StepResult.Failed(ProofProblem.UNTRIED, "The files could not be used: " + e.getMessage());
        }
    }

    abstract StepResult prove(ProofContext context) throws IOException;
}
