package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.host.command.OrphanedCommands;
import ai.nominate.tenantmgr.job.Job;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.mask.KnownSecrets;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunExecution;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunLease;
import ai.nominate.tenantmgr.run.engine.RunLog;
import ai.nominate.tenantmgr.run.engine.RunLogLimits;
import ai.nominate.tenantmgr.run.engine.RunLogStore;
import ai.nominate.tenantmgr.run.engine.RunRecord;
import ai.nominate.tenantmgr.run.engine.RunState;
import ai.nominate.tenantmgr.run.feed.RunReaders;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Executes a run: claims it, ends the leftover commands of an earlier claim, and runs its steps. */
@ApplicationScoped
class RunJob implements Job {
    static final String NAME = "run";
    private static final Logger LOG = Logger.getLogger(RunJob.class);

    private final RunKinds kinds;
    private final RunLogStore store;
    private final RunReaders readers;
    private final RunEvents events;
    private final Settings settings;
    private final OrphanedCommands orphans;
    private final List<KnownSecrets> secrets;
    private final Permit server;
    private final Clock clock;

    RunJob(
            RunKinds kinds,
            RunLogStore store,
            RunReaders readers,
            RunEvents events,
            Settings settings,
            OrphanedCommands orphans,
            @All List<KnownSecrets> secrets,
            Permit server,
            Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.readers = readers;
        this.events = events;
        this.settings = settings;
        this.orphans = orphans;
        this.secrets = secrets;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        server.check();
        PostgresRunRecord.claim(UUID.fromString(id), clock.instant(), readers, events)
                .ifPresent(this::execute);
    }

    private void execute(RunRecord record) {
        orphans.endBefore(record.id().toString(), record.epoch());
        try (RunLease lease = new RunLease(record, server, System::nanoTime).watch();
                RunLog log = new RunLog(
                        record.id(), record.epoch(), limits(), store, () -> readers.wake(record.id()), clock)) {
            RunState state = record.state();
            log.mask(secrets.stream()
                    .flatMap(known -> known.of(state.subject().id()).stream())
                    .toList());
            execute(kinds.of(state.kind()), record, state, lease, log);
        } catch (PermitLost e) {
            if (record.pulse().isOurs()) {
                throw e; // the database was unavailable too long to confirm the lease; the job is retried
            }
            LOG.infof("Run %s was taken over by another instance: %s", record.id(), e.getMessage());
        }
    }

    private RunLogLimits limits() {
        return new RunLogLimits(
                Reactive.await(() -> settings.get(RunSettings.LOG_LINES)),
                (long) Reactive.await(() -> settings.get(RunSettings.LOG_MIB)) << 20);
    }

    private <C extends RunContext> void execute(
            RunKind<C> kind, RunRecord record, RunState state, RunLease lease, RunLog log) {
        C context = kind.context(new ActiveRun(record, state, lease, log));
        new RunExecution<>(kind, record, state, lease, log, context, clock).execute();
    }
}
