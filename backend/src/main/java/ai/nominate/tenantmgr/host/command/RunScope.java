package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.job.Permit;


import java.util.UUID;

/**
 * The run that causes an effect on a machine.
 *
 * @param id id of the run, such as a deployment
 * @param epoch number of its take-over; a process marked with an older one belongs to a dead run
 * @param permit checked before each effect
 * @param output sink for progress output
 */
public record RunScope(UUID id, long epoch, Permit permit, LineSink output) {
    /** The mark of the run's processes. */
    public String mark() {
        return id + ":" + epoch;
    }
}
