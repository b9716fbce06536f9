package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.host.command.OrphanedCommands;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.mask.KnownSecrets;
import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunExecution;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunLease;
import ai.nominate.tenantmgr.run.engine.RunLog;
import ai.nominate.tenantmgr.run.engine.RunLogLimits;
import ai.nominate.tenantmgr.run.engine.RunLogStore;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.run.engine.RunProblem;
import ai.nominate.tenantmgr.run.engine.RunRecord;
import ai.nominate.tenantmgr.run.engine.RunState;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.run.feed.RunReaders;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Executes a run: claims it, ends the leftover commands of an earlier claim, and runs its steps. */
@ApplicationScoped
class RunWorker {
    /** Claims after which a run whose undo or end fails each time ends without them. */
    private static final int LAST_ATTEMPT = 2 * RunExecution.MOST_ATTEMPTS;

    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    /** In every line that the manager logs about the run. */
    private static final String RUN = "runId";

    private static final String TENANT = "tenantId";

    private final RunKinds kinds;
    private final RunLogStore store;
    private final RunReaders readers;
    private final RunEvents events;
    private final Settings settings;
    private final OrphanedCommands orphans;
    private final List<KnownSecrets> secrets;
    private final Permit server;
    private final Clock clock;

    RunWorker(
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

    /** @throws RuntimeException the job is repeated after a pause */
    void run(String id) {
        server.check();
        MDC.put(RUN, id);
        try {
            PostgresRunRecord.claim(UUID.fromString(id), clock.instant(), readers, events)
                    .ifPresent(this::execute);
        } finally {
            MDC.remove(RUN);
            MDC.remove(TENANT);
        }
    }

    private void execute(RunRecord record) {
        orphans.endBefore(record.id().toString(), record.epoch());
        if (record.attempt() > LAST_ATTEMPT) {
            endRow(record);
            return;
        }
        try (RunLease lease = new RunLease(record, server, System::nanoTime).watch();
                RunLog log = new RunLog(
                        record.id(), record.epoch(), limits(), store, () -> readers.wake(record.id()), clock)) {
            RunState state = record.state();
            if (state.subject().id() != null) {
                MDC.put(TENANT, state.subject().id().toString());
            }
            log.mask(knownSecrets(state.subject()));
            execute(kinds.of(state.kind()), record, state, lease, log);
        } catch (RunInterrupted e) {
            giveBack(record);
            throw e;
        } catch (PermitLost e) {
            if (record.pulse().isOurs()) {
                throw e; // the database was unavailable too long to confirm the lease; the job is retried
            }
            LOG.infof("Run %s was taken over by another instance: %s", record.id(), e.getMessage());
        }
    }

    private List<Secret> knownSecrets(RunSubject subject) {
        return subject.id() == null
                ? List.of()
                : secrets.stream()
                        .flatMap(known -> known.of(subject.id()).stream())
                        .toList();
    }

    private RunLogLimits limits() {
        return new RunLogLimits(
                Reactive.await(() -> settings.get(RunSettings.LOG_LINES)),
                (long) Reactive.await(() -> settings.get(RunSettings.LOG_MIB)) << 20);
    }

    private static void giveBack(RunRecord record) {
        try {
            record.giveBack();
        } catch (RuntimeException e) {
            LOG.debugf("Run %s could not be given back: %s", record.id(), e.getMessage());
        }
    }

    /** Neither its undo nor its end can be carried out: only its row ends, so that its subject can be changed and deleted again. */
    private void endRow(RunRecord record) {
        RunState state = record.state();
        Failure failure = state.failure() != null
                ? state.failure()
                : new Failure("", RunProblem.NO_PROGRESS.code(), "The run could not be carried out", false, List.of());
        LOG.errorf("Run %s could not be ended in %d attempts; its row is ended alone", record.id(), LAST_ATTEMPT);
        record.end(
                new RunOutcome(RunStatus.FAILED, failure),
                clock.instant(),
                () -> Uni.createFrom().voidItem());
    }

    private <C extends RunContext> void execute(
            RunKind<C> kind, RunRecord record, RunState state, RunLease lease, RunLog log) {
        C context = kind.context(new ActiveRun(record, state, lease, log));
        new RunExecution<>(kind, record, state, lease, log, context, clock).execute();
    }
}
