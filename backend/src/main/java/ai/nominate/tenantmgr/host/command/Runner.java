package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import java.time.Duration;

/** Executes commands. Blocks its (virtual) thread until the command has ended, and everything that it started with it. */
public interface Runner {
    /**
     * @param run marks the processes with {@code <deployment>:<epoch>}, so that a later run can end what a dead one left;
     *     empty for none
     * @param limit ends the command and its whole session when it is over
     * @throws PermitLost before anything is started
     * @throws RunInterrupted when the calling thread was interrupted; the command is ended first
     */
    CommandResult run(Command command, String run, Duration limit, LineSink output, Permit permit);

    /** A command of the manager's own, outside any run. */
    default CommandResult run(Command command, Duration limit) {
        return run(command, "", limit, LineSink.NONE, Permit.ALWAYS);
    }
}
