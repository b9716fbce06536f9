package ai.nominate.tenantmgr.host.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Ends processes reliably: terminates them, kills them after the grace period, and repeats the search until none is
 * found, because a process that is ending may start others. What survives the first kill is killed by process group: one
 * signal reaches a whole group, so that no fork escapes it. Not interruptible; the caller's interrupt flag is restored.
 */
public final class SessionEnd {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_NAMED = 5;
    private static final ProcessTable TABLE = new ProcessTable();

    private SessionEnd() {}

    /**
     * Waits for as long as they become fewer: thousands of them take a while to end on a busy machine.
     *
     * @throws IllegalStateException if a process survives SIGKILL, as one does that waits for a broken disk
     */
    public static void end(Supplier<List<LiveProcess>> members, Duration grace) {
        List<LiveProcess> left = members.get();
        boolean interrupted = false;
        long start = System.nanoTime();
        Set<LiveProcess> asked = new HashSet<>();
        boolean killed = false;
        int fewest = left.size();
        long progress = start + grace.toNanos();
        while (!left.isEmpty()) {
            long passed = System.nanoTime() - start;
            if (left.size() < fewest) {
                fewest = left.size();
                progress = Math.max(progress, System.nanoTime());
            }
            if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw new IllegalStateException("could not end " + named(left));
            }
            if (passed > grace.toNanos()) {
                kill(left);
                if (killed) {
                    killGroups(left);
                }
                killed = true;
            } else {
                ask(left.stream().filter(asked::add).toList());
            }
            interrupted |= pause();
            left = members.get();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not the parent of a PID namespace: if it ended, so would the namespace, without grace. */
    public static void ask(List<LiveProcess> processes) {
        processes.stream()
                .filter(process -> !process.startsNamespace())
                .forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy));
    }

    public static void kill(List<LiveProcess> processes) {
        processes.forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** By the kill program: Java signals single processes only. A machine that has no process left refuses to start it. */
    private static void killGroups(List<LiveProcess> processes) {
        List<String> words = new ArrayList<>(List.of("/bin/kill", "-KILL", "--"));
        Set<Long> groups =
                processes.stream().map(TABLE::group).flatMap(Optional::stream).collect(Collectors.toSet());
        TABLE.process(ProcessHandle.current().pid()).flatMap(TABLE::group).ifPresent(groups::remove);
        groups.forEach(group -> words.add("-" + group));
        if (groups.isEmpty()) {
            return;
        }
        try {
            File nothing = new File("/dev/null");
            new ProcessBuilder(words)
                    .redirectOutput(nothing)
                    .redirectError(nothing)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException refused) {
            kill(processes);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static String named(List<LiveProcess> processes) {
        String some = processes.stream()
                .limit(MOST_NAMED)
                .map(process -> process.pid() + " (" + process.program() + ")")
                .collect(Collectors.joining(", "));
        return processes.size() > MOST_NAMED ? some + " and " + (processes.size() - MOST_NAMED) + " more" : some;
    }
}
