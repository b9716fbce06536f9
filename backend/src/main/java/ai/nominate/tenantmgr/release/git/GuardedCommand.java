package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.util.function.Supplier;

/** A command that is ended as soon as a limit is seen to be exceeded, by another thread or by the reader of its output. */
final class GuardedCommand {
    private final Thread caller = Thread.currentThread();
    private ProblemException excess;
    private boolean over;

    /** Ends the command with this problem, unless it has ended. */
    synchronized void end(ProblemException problem) {
        if (excess == null && !over) {
            excess = problem;
            caller.interrupt();
        }
    }

    /** After this nothing is interrupted. */
    private synchronized ProblemException over() {
        over = true;
        return excess;
    }

    /** Runs the command in the thread that made this object. */
    CommandResult run(Supplier<CommandResult> command) {
        CommandResult result;
        try {
            result = command.get();
        } catch (RunInterrupted e) {
            ProblemException known = over();
            throw known == null ? e : known;
        }
        ProblemException known = over();
        if (known != null) {
            Thread.interrupted(); // the command ended before the interrupt was seen
            throw known;
        }
        return result;
    }
}
