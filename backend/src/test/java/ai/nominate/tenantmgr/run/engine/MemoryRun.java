package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.job.PermitLost;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The rows of one run in memory, under the rules of the table: claims, epochs, requests to cancel, a log without gaps. */
final class MemoryRun implements RunLogStore {
    final UUID id = UUID.randomUUID();
    final Map<String, StepStatus> steps = new LinkedHashMap<>();
    final List<LogLine> log = new ArrayList<>();
    final List<RunOutcome> outcomes = new ArrayList<>();
    private final String kind;
    private final Runnable interaction;
    private RunStatus status = RunStatus.QUEUED;
    private long epoch;
    private int attempts;
    private boolean cancelRequested;
    private Failure failure;

    /** @param interaction called before each read or write; may throw to stop the manager at this point */
    MemoryRun(RunKind<?> kind, Runnable interaction) {
        this.kind = kind.id();
        this.interaction = interaction;
        kind.pipeline().steps().forEach(step -> steps.put(step.id(), StepStatus.PENDING));
    }

    RunStatus status() {
        return status;
    }

    Failure failure() {
        return failure;
    }

    /** @return null when the run has ended */
    RunRecord claim() {
        if (status.isFinal()) {
            return null;
        }
        status = RunStatus.RUNNING;
        return new Claimed(++epoch, ++attempts);
    }

    /** @return whether the request was accepted */
    boolean cancel(String pointOfNoReturn) {
        boolean isPast = steps.get(pointOfNoReturn) != StepStatus.PENDING;
        cancelRequested |= !status.isFinal() && !isPast;
        return !status.isFinal() && !isPast;
    }

    @Override
    public synchronized RunLogSize size(UUID run) {
        return new RunLogSize(
                log.size(), log.stream().mapToLong(line -> line.text().length()).sum());
    }

    @Override
    public synchronized boolean append(UUID run, long writer, List<LogLine> lines) {
        if (writer != epoch) {
            return false;
        }
        for (LogLine line : lines) {
            if (line.seq() > log.size() + 1) {
                throw new IllegalStateException("line " + line.seq() + " follows line " + log.size());
            }
            if (line.seq() == log.size() + 1) {
                log.add(line);
            }
        }
        return true;
    }

    private final class Claimed implements RunRecord {
        private final long claimed;
        private final int attempt;

        Claimed(long claimed, int attempt) {
            this.claimed = claimed;
            this.attempt = attempt;
        }

        private void fence() {
            interaction.run();
            if (claimed != epoch || status != RunStatus.RUNNING) {
                throw new PermitLost("taken over");
            }
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public long epoch() {
            return claimed;
        }

        @Override
        public int attempt() {
            return attempt;
        }

        @Override
        public void giveBack() {
            fence();
            attempts--;
        }

        @Override
        public RunState state() {
            return new RunState(
                    kind,
                    new RunSubject(id, "subject"),
                    "a test",
                    Instant.EPOCH,
                    failure,
                    steps.entrySet().stream()
                            .map(step -> new RunState.StepState(step.getKey(), step.getValue(), 20))
                            .toList());
        }

        @Override
        public Pulse pulse() {
            boolean isOurs = claimed == epoch && status == RunStatus.RUNNING;
            return new Pulse(isOurs, isOurs && cancelRequested);
        }

        @Override
        public void stepStarted(String step, Instant at, int progressPercent) {
            fence();
            steps.put(step, StepStatus.RUNNING);
        }

        @Override
        public void stepEnded(StepEnd end, String next, Instant at, int progressPercent) {
            fence();
            attempts = 1;
            steps.put(end.step(), end.status());
            if (next != null) {
                steps.put(next, StepStatus.RUNNING);
            }
        }

        @Override
        public void failed(Failure failed) {
            fence();
            attempts = 1;
            failure = failed;
        }

        @Override
        public void end(RunOutcome outcome, Instant at, Supplier<? extends Uni<?>> work) {
            fence();
            work.get().await().indefinitely();
            status = outcome.status();
            failure = outcome.failure();
            outcomes.add(outcome);
        }

        @Override
        public <T> T transaction(Supplier<Uni<T>> work) {
            fence();
            return work.get().await().indefinitely();
        }
    }
}
