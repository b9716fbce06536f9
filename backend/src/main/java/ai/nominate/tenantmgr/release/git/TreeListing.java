package ai.nominate.tenantmgr.release.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code git ls-tree -r -l} prints, and holds the files to the limits of the source. */
final class TreeListing {
    static final String SUBMODULE = "160000";
    static final String LINK = "120000";
    private static final Pattern LINE =
            Pattern.compile("([0-9]{6}) (?:blob|commit|tree) ([0-9a-f]{40}) +([0-9]+|-)\t(.*)");

    private final SourceBudget budget;
    private final List<Entry> submodules = new ArrayList<>();
    private Entry settings;

    TreeListing(SourceBudget budget) {
        this.budget = budget;
    }

    /** @param size in bytes; 0 for a submodule */
    record Entry(String mode, String object, long size, String path) {}

    static Optional<Entry> parse(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new Entry(
                        parts.group(1),
                        parts.group(2),
                        parts.group(3).equals("-") ? 0 : Long.parseLong(parts.group(3)),
                        parts.group(4)))
                : Optional.empty();
    }

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException if the files exceed a limit */
    synchronized void add(String line) {
        parse(line).ifPresent(entry -> {
            budget.file(entry.size());
            if (entry.mode().equals(SUBMODULE)) {
                budget.submodule();
                submodules.add(entry);
            } else if (entry.path().equals(Submodules.FILE)) {
                settings = entry;
            }
        });
    }

    synchronized List<Entry> submodules() {
        return List.copyOf(submodules);
    }

    /** The file that says where the submodules are fetched from. */
    synchronized Optional<Entry> submoduleSettings() {
        return Optional.ofNullable(settings);
    }
}
