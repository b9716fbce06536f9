package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Problem;
import org.jboss.logging.Logger;

/** Logs refusals, one bounded line each: at most 200 at once and 25 a second. */
final class RefusalLog {
    private static final Logger LOG = Logger.getLogger(RefusalLog.class);
    private static final LogGate GATE = new LogGate(200, 25);

    private RefusalLog() {}

    /** @param instance the occurrence id in the answer */
    static void refused(String instance, Problem problem, String detail) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        GATE.pass()
                .ifPresent(note -> LOG.infof(
                        "Refused %s: %s %s: %s%s",
                        instance, problem.status(), problem.code(), LogText.of(detail), note));
    }
}
