package ai.nominate.tenantmgr.release.git;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of {@code git ls-remote --symref}; what is not a branch is left out. Its output may have any length. */
final class BranchList {
    private static final Pattern HEAD = Pattern.compile("ref: refs/heads/(\\S{1,200})\tHEAD");
    private static final Pattern BRANCH = Pattern.compile("[0-9a-f]{40,64}\trefs/heads/(\\S{1,200})");

    private final int most;
    private final SortedSet<String> names = new TreeSet<>();
    private String head;

    BranchList(int most) {
        this.most = most;
    }

    synchronized void add(String line) {
        Matcher symbolic = HEAD.matcher(line);
        Matcher branch = BRANCH.matcher(line);
        if (symbolic.matches()) {
            head = symbolic.group(1);
        } else if (branch.matches() && names.size() < most) {
            names.add(branch.group(1));
        }
    }

    synchronized List<String> names() {
        return List.copyOf(names);
    }

    synchronized Optional<String> defaultName() {
        return Optional.ofNullable(head);
    }
}
