package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.kernel.Problem;
import java.util.List;

/** The result of a step. Expected failures are results; only bugs are exceptions. */
public sealed interface StepResult {
    /** @param summary what the step did, shown to users */
    record Done(String summary) implements StepResult {}

    /** @param reason why there was nothing to do, shown to users */
    record Skipped(String reason) implements StepResult {}

    /**
     * @param evidence last output lines of the program that failed; empty if there is none
     * @param logged whether the log already contains the evidence, because the program wrote to it directly
     */
    record Failed(Problem problem, String detail, List<String> evidence, boolean logged) implements StepResult {
        public Failed {
            evidence = List.copyOf(evidence);
        }

        public Failed(Problem problem, String detail, List<String> evidence) {
            this(problem, detail, evidence, false);
        }

        public Failed(Problem problem, String detail) {
            this(problem, detail, List.of());
        }
    }
}
