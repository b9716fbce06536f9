package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import ai.nominate.tenantmgr.host.process.SessionEnd;


import java.time.Duration;
import java.util.function.LongPredicate;

/**
 * Ends the processes of a run whose manager crashed: child processes keep running without it. Affects processes of this
 * home only.
 */
public final class OrphanedCommands {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ProcessTable table = new ProcessTable();
    private final BaseEnvironment environment;

    public OrphanedCommands(BaseEnvironment environment) {
        this.environment = environment;
    }

    /** Ends processes of runs with an epoch below this one, and waits until they are gone. */
    public void endBefore(String deployment, long epoch) {
        end(deployment, candidate -> candidate < epoch);
    }

    /** Ends processes of all runs of the deployment. */
    public void endAll(String deployment) {
        end(deployment, candidate -> true);
    }

    private void end(String deployment, LongPredicate epochs) {
        SessionEnd.end(() -> table.family(process -> belongs(process, deployment, epochs)), GRACE);
    }

    private boolean belongs(LiveProcess process, String deployment, LongPredicate epochs) {
        String start = deployment + ":";
        String run = process.variable(ProcessMarkers.RUN);
        return run.startsWith(start)
                && run.substring(start.length()).matches("\\d{1,18}")
                && epochs.test(Long.parseLong(run.substring(start.length())))
                && process.variable(ProcessMarkers.OWNER).equals(environment.owner());
    }
}
