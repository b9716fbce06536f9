package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.work.Work;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.WrappedRunContext;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The context of a run that takes a backup.
 *
 * @param work empty if the tenant is gone; read anew in each step
 */
record BackupContext(RunContext engine, Supplier<Optional<Work>> work) implements WrappedRunContext {}
