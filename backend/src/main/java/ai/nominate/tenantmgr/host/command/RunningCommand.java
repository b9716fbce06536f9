package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.file.LastLines;
import ai.nominate.tenantmgr.host.file.LineSplitter;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import ai.nominate.tenantmgr.host.process.SessionEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One command from its start until it and all its child processes have ended. */
final class RunningCommand {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration KILL_AGAIN = Duration.ofMillis(100);
    private static final long LONGEST_NAP_MILLIS = 20;
    private static final Duration LIMIT_LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    /** Looking at all processes costs more the more there are: it should take no more than a twentieth of the time. */
    private static final int REST_PER_LOOK = 19;

    private final ProcessTable table = new ProcessTable();
    private final long start = System.nanoTime();
    private final LastLines lastLines = new LastLines(40);
    private final Process process;
    private final String mark;
    private final long bornAfter;
    private final OutputReader out;
    private final OutputReader err;
    private boolean interrupted;
    private boolean timedOut;
    private Optional<String> excess = Optional.empty();
    private long nextLimitLook = LIMIT_LOOK.toNanos();

    /** @param mark the value of {@link ProcessMarkers#COMMAND} it was started with */
    RunningCommand(Process process, String mark, LineSink sink) {
        this.process = process;
        this.mark = mark;
        this.bornAfter =
                table.process(process.pid()).map(LiveProcess::startTicks).orElse(0L);
        this.out = new OutputReader(process.getInputStream(), sink.secrets(), cutter(LineSink.Stream.OUT, sink));
        this.err = new OutputReader(process.getErrorStream(), sink.secrets(), cutter(LineSink.Stream.ERR, sink));
    }

    /** @throws RunInterrupted after the command was ended */
    CommandResult await(Limits limits, UnaryOperator<String> origin, DiskWatch disk) {
        try {
            awaitExit(limits, origin, disk);
            SessionEnd.end(this::members, excess.isPresent() ? Duration.ZERO : GRACE);
            out.finish();
            err.finish();
            excess = excess.or(disk::last);
        } finally {
            if (process.isAlive()) {
                SessionEnd.end(this::members, Duration.ZERO);
            }
        }
        if (interrupted) {
            throw new RunInterrupted("The command was ended because its caller was cancelled.");
        }
        return new CommandResult(
                process.exitValue(), timedOut, excess, Duration.ofNanos(System.nanoTime() - start), lastLines.lines());
    }

    /** Keeps reading while it ends the command: the last output may explain why it hung. */
    private void awaitExit(Limits limits, UnaryOperator<String> origin, DiskWatch disk) {
        boolean asked = false;
        long killAfter = 0;
        long nap = 1;
        while (process.isAlive()) {
            boolean moved = out.pump() | err.pump();
            interrupted |= Thread.interrupted();
            long passed = System.nanoTime() - start;
            if (exceeds(limits, passed, origin, disk)) {
                SessionEnd.end(this::members, Duration.ZERO);
            } else if (!asked && (interrupted || passed > limits.time().toNanos())) {
                timedOut = !interrupted;
                asked = true;
                killAfter = passed + GRACE.toNanos();
                SessionEnd.ask(members());
            } else if (asked && passed > killAfter) {
                killAfter = passed + KILL_AGAIN.toNanos();
                SessionEnd.kill(members());
            }
            nap = moved ? 1 : Math.min(nap * 2, LONGEST_NAP_MILLIS);
            if (!moved) {
                nap(nap);
            }
        }
    }

    /** @return whether it has just been seen to exceed a limit */
    private boolean exceeds(Limits limits, long passed, UnaryOperator<String> origin, DiskWatch disk) {
        if (excess.isEmpty() && disk.excess().isPresent()) {
            excess = disk.excess();
            return true;
        }
        if (limits.memoryBytes() + limits.tasks() == 0 || passed < nextLimitLook || excess.isPresent()) {
            return false;
        }
        excess = limits.exceededBy(table.familyUsage(this::isMember), origin);
        long cost = System.nanoTime() - start - passed;
        nextLimitLook = passed + cost + Math.clamp(REST_PER_LOOK * cost, LIMIT_LOOK.toNanos(), LONGEST_REST.toNanos());
        return excess.isPresent();
    }

    private void nap(long millis) {
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    private List<LiveProcess> members() {
        return table.family(this::isMember);
    }

    private boolean isMember(LiveProcess candidate) {
        return candidate.pid() == process.pid()
                || candidate.session() == process.pid()
                || candidate.startTicks() >= bornAfter
                        && candidate.variable(ProcessMarkers.COMMAND).equals(mark);
    }

    private LineSplitter cutter(LineSink.Stream stream, LineSink sink) {
        return new LineSplitter(line -> {
            lastLines.add(line);
            sink.accept(stream, line);
        });
    }
}
