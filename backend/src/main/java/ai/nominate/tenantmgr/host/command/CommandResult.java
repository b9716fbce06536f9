package ai.nominate.tenantmgr.host.command;

import java.time.Duration;
import java.util.List;

/**
 * The result of a command.
 *
 * @param exit exit code; 128 + n if it was ended by signal n
 * @param timedOut whether the manager ended it at its time limit; a timeout is a failure
 * @param lastLines last lines of output and errors, at most 40, for users
 */
public record CommandResult(int exit, boolean timedOut, Duration took, List<String> lastLines) {
    public CommandResult {
        lastLines = List.copyOf(lastLines);
    }

    public boolean succeeded() {
        return exit == 0 && !timedOut;
    }
}
