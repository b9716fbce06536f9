package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A step of a proof. What it made is removed by the last step, or by its undo. */
abstract class ProofStep implements Step<ProofContext> {
    private final String id;
    private final String title;
    private final int usualMs;

    ProofStep(String id, String title, int usualMs) {
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
    public final StepResult run(ProofContext context) {
        try {
            return prove(context);
        } catch (IOException | UncheckedIOException e) {
            return new StepResult.Failed(ProofProblem.UNTRIED, "The files could not be used: " + e.getMessage());
        }
    }

    abstract StepResult prove(ProofContext context) throws IOException;
}
