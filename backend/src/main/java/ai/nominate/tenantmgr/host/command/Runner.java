package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;


import java.time.Duration;

/** Runs commands. Blocks its (virtual) thread until the command and all its child processes have ended. */
public interface Runner {
    /**
     * @param run marks the processes with {@code <deployment>:<epoch>}, so that a later run can end those of a dead
     *     one; empty for none
     * @param limit time limit, after which the command and its session are ended
     * @throws PermitLost before anything is started
     * @throws RunInterrupted if the calling thread was interrupted; the command is ended first
     */
    CommandResult run(Command command, String run, Duration limit, LineSink output, Permit permit);

    /** A command of the manager itself, outside of runs. */
    default CommandResult run(Command command, Duration limit) {
        return run(command, "", limit, LineSink.NONE, Permit.ALWAYS);
    }
}
