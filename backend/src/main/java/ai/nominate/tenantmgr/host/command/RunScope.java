package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.job.Permit;
import java.util.UUID;

/**
 * The run on whose behalf something is done to a machine.
 *
 * @param id the run, such as a deployment
 * @param epoch which take-over of it this is; a process that is marked with an older one belongs to a dead run
 * @param permit asked before each effect
 * @param output where to say what happens
 */
public record RunScope(UUID id, long epoch, Permit permit, LineSink output) {
    /** How the run's processes are marked. */
    public String mark() {
        return id + ":" + epoch;
    }
}
