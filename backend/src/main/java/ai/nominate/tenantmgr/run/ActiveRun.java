package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunLog;
import ai.nominate.tenantmgr.run.engine.RunRecord;
import ai.nominate.tenantmgr.run.engine.RunState;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.run.engine.StepPermit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The context of a run that is being executed: its permit and its log. */
public final class ActiveRun implements RunContext {
    private final UUID run;
    private final RunSubject subject;
    private final Instant queuedAt;
    private final Permit lease;
    private final long epoch;
    private final RunLog log;
    private final LineSink output = new Output();
    private volatile StepPermit permit;
    private volatile String step;

    public ActiveRun(RunRecord record, RunState state, Permit permit, RunLog log) {
        this(record.id(), state.subject(), state.queuedAt(), permit, record.epoch(), log);
    }

    private ActiveRun(UUID run, RunSubject subject, Instant queuedAt, Permit lease, long epoch, RunLog log) {
        this.run = run;
        this.subject = subject;
        this.queuedAt = queuedAt;
        this.lease = lease;
        this.epoch = epoch;
        this.log = log;
        this.permit = new StepPermit(lease);
    }

    @Override
    public RunContext beside(String other, Permit theirs) {
        ActiveRun context = new ActiveRun(run, subject, queuedAt, theirs, epoch, log);
        context.enter(other);
        return context;
    }

    @Override
    public UUID run() {
        return run;
    }

    @Override
    public RunSubject subject() {
        return subject;
    }

    @Override
    public Instant queuedAt() {
        return queuedAt;
    }

    @Override
    public RunScope scope() {
        return new RunScope(run, epoch, permit, output);
    }

    @Override
    public Permit permit() {
        return permit;
    }

    @Override
    public void say(String sentence) {
        log.add(step, "info", "info", sentence);
    }

    @Override
    public void warn(String sentence) {
        log.add(step, "info", "warn", sentence);
    }

    @Override
    public void quote(LineSink.Stream stream, String line) {
        log.add(step, stream.name().toLowerCase(Locale.ROOT), "info", line);
    }

    @Override
    public void mask(Secret secret) {
        log.mask(List.of(secret));
    }

    @Override
    public void leaveBehind() {
        permit.withdraw();
        permit = new StepPermit(lease);
    }

    @Override
    public void enter(String name) {
        step = name;
    }

    /** The output of the run's commands. */
    private final class Output implements LineSink {
        @Override
        public void accept(Stream stream, String line) {
            quote(stream, line);
        }

        @Override
        public SecretMatcher secrets() {
            return log.secrets();
        }
    }
}
