package ai.nominate.tenantmgr.host.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a command ended.
 *
 * @param exit the exit code; 128 + n when signal n ended it
 * @param timedOut whether the manager ended it because its time was up; a time-out is a failure
 * @param excess the limit of memory or tasks that it exceeded, for which it was ended, as a sentence without a subject
 * @param lastLines its last lines of output and errors, at most 40, for people
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
