package ai.nominate.tenantmgr.host.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Ends processes reliably: terminates them, kills them after the grace period, and repeats the search until none is
 * found, because a process that is ending may start others. Not interruptible; the caller's interrupt flag is restored.
 */
public final class SessionEnd {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SessionEnd() {}

    /** @throws IllegalStateException if a process survives SIGKILL, as one does that waits for a broken disk */
    public static void end(Supplier<List<LiveProcess>> members, Duration grace) {
        List<LiveProcess> left = members.get();
        boolean interrupted = false;
        long start = System.nanoTime();
        Set<LiveProcess> asked = new HashSet<>();
        while (!left.isEmpty()) {
            long passed = System.nanoTime() - start;
            if (passed > grace.plus(PATIENCE).toNanos()) {
                throw new IllegalStateException("could not end " + named(left));
            }
            if (passed > grace.toNanos()) {
                kill(left);
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

    public static void ask(List<LiveProcess> processes) {
        processes.forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy));
    }

    public static void kill(List<LiveProcess> processes) {
        processes.forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
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
        return processes.stream()
                .map(process -> process.pid() + " (" + process.program() + ")")
                .collect(Collectors.joining(", "));
    }
}
