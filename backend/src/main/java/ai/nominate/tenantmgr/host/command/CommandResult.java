package ai.nominate.tenantmgr.host.command;

import java.time.Duration;
import java.util.List;

/**
 * How a command ended.
 *
 * @param exit the exit code; 128 + n when signal n ended it
 * @param timedOut whether the manager ended it because its time was up; a time-out is a failure
 * @param lastLines its last lines of output and errors, at most 40, for people
 */
public record CommandResult(int exit, boolean timedOut, Duration took, List<String> lastLines) {
    public CommandResult {
        lastLines = List.copyOf(lastLines);
    }

    public boolean succeeded() {
        return exit == 0 && !timedOut;
    }
}
