package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.DiskWatch;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.OutputReader;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.file.LastLines;
import ai.nominate.tenantmgr.host.file.LineSplitter;
import ai.nominate.tenantmgr.host.process.Cgroups;
import ai.nominate.tenantmgr.host.unit.Task;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One task in its unit, from its start until systemd has ended it and all that it started. */
final class TaskUnit implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final long LONGEST_NAP_MILLIS = 20;

    private final long start = System.nanoTime();
    private final LastLines lastLines = new LastLines(40);
    private final String unit;
    private final Task task;
    private final Systemctl systemctl;
    private final Cgroups cgroups;
    private final RandomAccessFile outPipe;
    private final RandomAccessFile errPipe;
    private final OutputReader out;
    private final OutputReader err;
    private boolean interrupted;
    private boolean timedOut;
    private Optional<String> excess = Optional.empty();

    /** @param pipes the start of the paths of its two pipes, which are open for writing too, so that neither side waits for the other */
    TaskUnit(String unit, Task task, Path pipes, LineSink sink, Systemctl systemctl, Cgroups cgroups) {
        this.unit = unit;
        this.task = task;
        this.systemctl = systemctl;
        this.cgroups = cgroups;
        try {
            this.outPipe = new RandomAccessFile(pipes + ".out", "rw");
            this.errPipe = new RandomAccessFile(pipes + ".err", "rw");
            this.out = reader(outPipe, LineSink.Stream.OUT, sink);
            this.err = reader(errPipe, LineSink.Stream.ERR, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the output of " + unit, e);
        }
    }

    private OutputReader reader(RandomAccessFile pipe, LineSink.Stream stream, LineSink sink) throws IOException {
        return new OutputReader(new FileInputStream(pipe.getFD()), sink.secrets(), new LineSplitter(line -> {
            lastLines.add(line);
            sink.accept(stream, line);
        }));
    }

    /** @throws RunInterrupted after the task was ended, when the calling thread was interrupted */
    CommandResult run(DiskWatch disk) {
        begin();
        awaitEnd(disk);
        out.finish();
        err.finish();
        excess = excess.or(disk::last);
        UnitEnd end = systemctl.end(unit);
        if (end.ranOutOfMemory() && excess.isEmpty()) {
            excess = Optional.of(task.limits().tooMuchMemory(task.limits().memoryBytes(), task.purpose()::origin));
        }
        systemctl.resetFailed(unit);
        if (interrupted) {
            throw new RunInterrupted("The command was ended because its caller was cancelled.");
        }
        return new CommandResult(
                end.code(), timedOut, excess, Duration.ofNanos(System.nanoTime() - start), lastLines.lines());
    }

    private void begin() {
        try {
            systemctl.start(unit);
        } catch (RunInterrupted e) {
            interrupted = true;
            Thread.interrupted();
        }
    }

    /** Keeps reading while it ends the task: the last output may explain why it hung. */
    private void awaitEnd(DiskWatch disk) {
        long killAt = Long.MAX_VALUE;
        long nextLook = LOOK.toNanos();
        long nap = 1;
        while (runs()) {
            boolean moved = out.pump() | err.pump();
            interrupted |= Thread.interrupted();
            long passed = System.nanoTime() - start;
            if (excess.isEmpty() && passed > nextLook) {
                nextLook = passed + LOOK.toNanos();
                excess = disk.excess().or(this::exceeded);
                excess.ifPresent(sentence -> end(true));
            }
            if (killAt == Long.MAX_VALUE
                    && (interrupted || passed > task.limits().time().toNanos())) {
                timedOut = !interrupted && excess.isEmpty();
                killAt = passed + GRACE.toNanos();
                end(false);
            } else if (passed > killAt) {
                killAt = passed + GRACE.toNanos();
                end(true);
            }
            nap = moved ? 1 : Math.min(nap * 2, LONGEST_NAP_MILLIS);
            if (!moved) {
                nap(nap);
            }
        }
    }

    /** The main process may have ended and systemd be about to end the rest, or to give the files of a build back. */
    private boolean runs() {
        return !cgroups.processes(unit).isEmpty()
                || uninterrupted(() -> systemctl.end(unit).active());
    }

    private Optional<String> exceeded() {
        return CgroupLimits.excess(cgroups, unit, task.limits(), task.purpose()::origin);
    }

    private void end(boolean atOnce) {
        uninterrupted(() -> {
            if (atOnce) {
                systemctl.kill(unit);
            }
            systemctl.stop(unit);
            return true;
        });
    }

    /** An interrupt ends the task; what ends it is not interrupted. */
    private boolean uninterrupted(BooleanSupplier action) {
        while (true) {
            try {
                interrupted |= Thread.interrupted();
                return action.getAsBoolean();
            } catch (RunInterrupted e) {
                interrupted = true;
            }
        }
    }

    private void nap(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    @Override
    public void close() {
        try {
            outPipe.close();
            errPipe.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
