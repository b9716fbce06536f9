package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.unit.Task;

/** Runs the tasks that are no program of a tenant or of a release. */
@FunctionalInterface
public interface CaptureRunner {
    CommandResult run(Task task, RunScope scope);
}
