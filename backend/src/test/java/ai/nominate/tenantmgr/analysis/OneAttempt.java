package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import java.time.Instant;
import java.util.UUID;

/** The context of one attempt at the steps of a run, whose log nobody reads. */
record OneAttempt(UUID run, RunSubject subject) implements RunContext {
    @Override
    public Instant queuedAt() {
        return Instant.EPOCH;
    }

    @Override
    public RunScope scope() {
        return new RunScope(run, 1, Permit.ALWAYS, (stream, line) -> {});
    }

    @Override
    public Permit permit() {
        return Permit.ALWAYS;
    }

    @Override
    public void say(String sentence) {}

    @Override
    public void warn(String sentence) {}

    @Override
    public void quote(LineSink.Stream stream, String line) {}

    @Override
    public void mask(Secret secret) {}

    @Override
    public RunContext beside(String step, Permit permit) {
        return this;
    }

    @Override
    public void leaveBehind() {}

    @Override
    public void enter(String step) {}
}
