package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.util.function.Supplier;

/** A command that is ended as soon as a limit is seen to be exceeded, by another thread or by the reader of its output. */
final class GuardedCommand {
    private final Thread caller = Thread.currentThread();
    private volatile ProblemException excess;

    /** Ends the command with this problem. */
    void end(ProblemException problem) {
        if (excess == null) {
            excess = problem;
            caller.interrupt();
        }
    }

    /** Runs the command in the thread that made this object. */
    CommandResult run(Supplier<CommandResult> command) {
        CommandResult result;
        try {
            result = command.get();
        } catch (RunInterrupted e) {
            if (excess == null) {
                throw e;
            }
            throw excess;
        }
        if (excess != null) {
            Thread.interrupted(); // the command ended before the interrupt was seen
            throw excess;
        }
        return result;
    }
}
