package ai.nominate.tenantmgr.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * Sends a follower each line once and in order: first the stored lines after its position, then new ones until the run ends.
 * Reads only as fast as the follower consumes, so a slow follower costs no memory.
 */
@ApplicationScoped
class RunFeed {
    private static final int CHUNK = 500;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final RunLogTable log;
    private final RunSignals signals;

    RunFeed(RunLogTable log, RunSignals signals) {
        this.log = log;
        this.signals = signals;
    }

    /** Call it on the follower's own Vert.x context: the tables are read there, whichever thread sends the signal. */
    Multi<RunEvent> follow(UUID run, long afterSeq) {
        Context context = Vertx.currentContext();
        return Multi.createBy()
                .repeating()
                .uni(() -> new Position(run, afterSeq, work -> context.runOnContext(go -> work.run())), this::next)
                .whilst(told -> told.isEmpty() || !(told.getLast() instanceof RunEvent.End))
                .onItem()
                .transformToMultiAndConcatenate(told -> Multi.createFrom().iterable(told));
    }

    private Uni<List<RunEvent>> next(Position position) {
        boolean waits = !position.isFirst && !position.isBehind;
        position.isFirst = false;
        return waits
                ? signals.next(position.run, LOOK).emitOn(position.context).flatMap(woken -> look(position))
                : look(position);
    }

    /** Reads the row before the lines: no line is written after a run has ended. */
    private Uni<List<RunEvent>> look(Position position) {
        return Panache.withSession(() -> RunRow.<RunRow>findById(position.run)
                        .flatMap(row -> row == null || row.revision == position.revision
                                ? Uni.createFrom().item(new Seen(row, List.of()))
                                : RunStepRow.of(position.run).map(steps -> new Seen(row, steps))))
                .flatMap(
                        seen -> log.after(position.run, position.seq, CHUNK).map(lines -> tell(position, seen, lines)));
    }

    private List<RunEvent> tell(Position position, Seen seen, List<LogLine> lines) {
        List<RunEvent> told = new ArrayList<>();
        for (LogLine line : lines) {
            if (line.seq() > position.seq + 1) {
                told.add(new RunEvent.Gap(position.seq + 1, line.seq() - 1));
            }
            told.add(new RunEvent.Line(line));
            position.seq = line.seq();
        }
        position.isBehind = lines.size() == CHUNK;
        seen.steps().forEach(step -> tellStep(position, StepView.of(step), told));
        if (seen.row() == null) {
            told.add(new RunEvent.End(RunStatus.CANCELLED.id(), null));
            return told;
        }
        tellProgress(position, seen.row(), told);
        if (!position.isBehind && RunStatus.of(seen.row().status).isFinal()) {
            told.add(new RunEvent.End(seen.row().status, seen.row().failure));
        }
        return position.orQuiet(told);
    }

    private static void tellStep(Position position, StepView step, List<RunEvent> told) {
        if (!step.equals(position.steps.put(step.id(), step))) {
            told.add(new RunEvent.Step(step));
        }
    }

    private static void tellProgress(Position position, RunRow row, List<RunEvent> told) {
        RunEvent.Progress progress = new RunEvent.Progress(row.progressPercent, row.currentStep);
        if (row.revision != position.revision && !progress.equals(position.progress)) {
            told.add(progress);
            position.progress = progress;
        }
        position.revision = row.revision;
    }

    private record Seen(RunRow row, List<RunStepRow> steps) {}

    /** The position of one follower. */
    private static final class Position {
        final UUID run;
        final Executor context;
        final Map<String, StepView> steps = new HashMap<>();
        long seq;
        long revision = -1;
        long toldAt = System.nanoTime();
        RunEvent.Progress progress;
        boolean isFirst = true;
        boolean isBehind;

        Position(UUID run, long seq, Executor context) {
            this.run = run;
            this.context = context;
            this.seq = seq;
        }

        List<RunEvent> orQuiet(List<RunEvent> told) {
            if (told.isEmpty() && System.nanoTime() - toldAt > QUIET.toNanos()) {
                told.add(new RunEvent.Quiet());
            }
            if (!told.isEmpty()) {
                toldAt = System.nanoTime();
            }
            return told;
        }
    }
}
