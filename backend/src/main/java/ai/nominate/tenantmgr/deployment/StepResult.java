package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.Problem;
import java.util.List;

/** What a step left behind. Expected failures are answers; only bugs are exceptions. */
public sealed interface StepResult {
    /** @param summary what it did, for people */
    record Done(String summary) implements StepResult {}

    /** @param reason why there was nothing to do, for people */
    record Skipped(String reason) implements StepResult {}

    /**
     * @param evidence the last lines of the program that failed; empty when there is none
     * @param quoted whether the log has them already, because the program wrote straight into it
     */
    record Failed(Problem problem, String detail, List<String> evidence, boolean quoted) implements StepResult {
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
