package ai.nominate.tenantmgr.deployment;

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
class DeploymentFeed {
    private static final int CHUNK = 500;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final LogTable log;
    private final DeploymentSignals signals;

    DeploymentFeed(LogTable log, DeploymentSignals signals) {
        this.log = log;
        this.signals = signals;
    }

    /** Call it on the follower's own Vert.x context: the tables are read there, whichever thread sends the signal. */
    Multi<Follower> follow(UUID deployment, long afterSeq) {
        Context context = Vertx.currentContext();
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new Position(deployment, afterSeq, work -> context.runOnContext(go -> work.run())),
                        this::next)
                .whilst(told -> told.isEmpty() || !(told.getLast() instanceof Follower.End))
                .onItem()
                .transformToMultiAndConcatenate(told -> Multi.createFrom().iterable(told));
    }

    private Uni<List<Follower>> next(Position position) {
        boolean waits = !position.isFirst && !position.isBehind;
        position.isFirst = false;
        return waits
                ? signals.next(position.deployment, LOOK)
                        .emitOn(position.context)
                        .flatMap(woken -> look(position))
                : look(position);
    }

    /** Reads the row before the lines: no line is written after a run has ended. */
    private Uni<List<Follower>> look(Position position) {
        return Panache.withSession(() -> Deployment.<Deployment>findById(position.deployment)
                        .flatMap(row -> row == null || row.revision == position.revision
                                ? Uni.createFrom().item(new Seen(row, List.of()))
                                : DeploymentStep.of(position.deployment).map(steps -> new Seen(row, steps))))
                .flatMap(seen ->
                        log.after(position.deployment, position.seq, CHUNK).map(lines -> tell(position, seen, lines)));
    }

    private List<Follower> tell(Position position, Seen seen, List<LogLine> lines) {
        List<Follower> told = new ArrayList<>();
        for (LogLine line : lines) {
            if (line.seq() > position.seq + 1) {
                told.add(new Follower.Gap(position.seq + 1, line.seq() - 1));
            }
            told.add(new Follower.Line(line));
            position.seq = line.seq();
        }
        position.isBehind = lines.size() == CHUNK;
        seen.steps().forEach(step -> tellStep(position, StepView.of(step), told));
        if (seen.row() == null) {
            told.add(new Follower.End(DeploymentStatus.CANCELLED.id(), null));
            return told;
        }
        tellProgress(position, seen.row(), told);
        if (!position.isBehind && DeploymentStatus.of(seen.row().status).isFinal()) {
            told.add(new Follower.End(seen.row().status, seen.row().failure));
        }
        return position.orQuiet(told);
    }

    private static void tellStep(Position position, StepView step, List<Follower> told) {
        if (!step.equals(position.steps.put(step.id(), step))) {
            told.add(new Follower.Step(step));
        }
    }

    private static void tellProgress(Position position, Deployment row, List<Follower> told) {
        Follower.Progress progress = new Follower.Progress(row.progressPercent, row.currentStep);
        if (row.revision != position.revision && !progress.equals(position.progress)) {
            told.add(progress);
            position.progress = progress;
        }
        position.revision = row.revision;
    }

    private record Seen(Deployment row, List<DeploymentStep> steps) {}

    /** The position of one follower. */
    private static final class Position {
        final UUID deployment;
        final Executor context;
        final Map<String, StepView> steps = new HashMap<>();
        long seq;
        long revision = -1;
        long toldAt = System.nanoTime();
        Follower.Progress progress;
        boolean isFirst = true;
        boolean isBehind;

        Position(UUID deployment, long seq, Executor context) {
            this.deployment = deployment;
            this.context = context;
            this.seq = seq;
        }

        List<Follower> orQuiet(List<Follower> told) {
            if (told.isEmpty() && System.nanoTime() - toldAt > QUIET.toNanos()) {
                told.add(new Follower.Quiet());
            }
            if (!told.isEmpty()) {
                toldAt = System.nanoTime();
            }
            return told;
        }
    }
}
