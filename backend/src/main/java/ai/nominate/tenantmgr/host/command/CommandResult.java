package ai.nominate.tenantmgr.host.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The result of a command.
 *
 * @param exit exit code; 128 + n if it was ended by signal n
 * @param timedOut whether the manager ended it at its time limit; a timeout is a failure
 * @param excess the limit of memory or tasks for which it was ended, a sentence without its subject; empty if none
 * @param lastLines last lines of output and errors, at most 40, for users
 */
public record CommandResult(
        int exit, boolean timedOut, Optional<String> excess, Duration took, List<String> lastLines) {
    public CommandResult {
        lastLines = List.copyOf(lastLines);
    }

    public boolean succeeded() {
        return exit == 0 && !timedOut && excess.isEmpty();
    }
}
