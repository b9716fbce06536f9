package ai.nominate.tenantmgr.backup.files;

import ai.nominate.tenantmgr.host.command.CommandResult;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a task for the files of a tenant ended, and what it said. */
record TaskEnd(CommandResult result) {
    /** Some files changed while they were read. */
    private static final int CHANGED = 1;

    private static final Pattern TOTAL = Pattern.compile("Total bytes (?:written|read): ([0-9]+) .*");

    /** @throws IOException with what it said last, if it did not do what it was to do */
    void requireDone() throws IOException {
        require(result.succeeded());
    }

    void requireDoneOrChanged() throws IOException {
        require(result.exit() <= CHANGED
                && !result.timedOut()
                && result.excess().isEmpty());
    }

    private void require(boolean isDone) throws IOException {
        if (!isDone) {
            throw new IOException(why());
        }
    }

    private String why() {
        String said = sayings().isEmpty() ? "" : ": " + String.join("; ", sayings());
        if (result.excess().isPresent()) {
            return "The task for the tenant's files " + result.excess().get();
        }
        return result.timedOut()
                ? "The tenant's files were not moved in time" + said
                : "The task for the tenant's files ended with code " + result.exit() + said;
    }

    /** What it said, without the count. */
    List<String> sayings() {
        return result.lastLines().stream()
                .filter(line -> !TOTAL.matcher(line).matches())
                .toList();
    }

    /** @throws IOException if the archive has another length for the task than for the manager */
    void requireBytes(long bytes) throws IOException {
        OptionalLong counted = result.lastLines().stream()
                .map(TOTAL::matcher)
                .filter(Matcher::matches)
                .mapToLong(total -> Long.parseLong(total.group(1)))
                .findFirst();
        if (counted.isEmpty() || counted.getAsLong() != bytes) {
            throw new IOException("Of the archive of the tenant's files " + bytes + " bytes came through, of "
                    + (counted.isEmpty() ? "an unknown number" : Long.toString(counted.getAsLong())));
        }
    }
}
