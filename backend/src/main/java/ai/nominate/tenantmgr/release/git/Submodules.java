package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the submodules of a commit are fetched from. A submodule without an address is a refusal. */
final class Submodules {
    static final String FILE = ".gitmodules";
    static final long LONGEST_FILE = 256 * 1024;
    static final int DEEPEST = 5;
    /** A line of {@code git config --get-regexp}: the key, then the value. */
    private static final Pattern LINE = Pattern.compile("submodule\\.(.+?)\\.(path|url) (.*)");

    private final GitUrl parent;
    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    Submodules(GitUrl parent) {
        this.parent = parent;
    }

    /** @param path in its repository */
    record Submodule(String path, String commit, GitUrl url) {
        /**
         * Its directory, which the files of the parent contain.
         *
         * @throws ProblemException if the path leads through a link or out of the parent
         */
        Path directoryIn(Path parent) {
            Path directory = parent;
            for (String name : path.split("/", -1)) {
                directory = directory.resolve(name);
                boolean odd = name.isEmpty() || name.equals(".") || name.equals("..") || name.equalsIgnoreCase(".git");
                if (odd || !Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                    throw incomplete(path, "has no directory of its own");
                }
            }
            return directory;
        }
    }

    synchronized void add(String line) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
            (parts.group(2).equals("path") ? paths : addresses).put(parts.group(1), parts.group(3));
        }
    }

    synchronized List<Submodule> of(List<TreeListing.Entry> entries) {
        List<Submodule> found = new ArrayList<>();
        for (TreeListing.Entry entry : entries) {
            String address = paths.entrySet().stream()
                    .filter(named -> named.getValue().replaceAll("/+$", "").equals(entry.path()))
                    .map(named -> addresses.get(named.getKey()))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElseThrow(() -> incomplete(entry.path(), "has no address in " + FILE));
            found.add(new Submodule(entry.path(), entry.object(), url(entry.path(), address)));
        }
        return found;
    }

    private GitUrl url(String path, String address) {
        try {
            return parent.resolve(address);
        } catch (InvalidValue e) {
            throw incomplete(path, "cannot be fetched: its address in " + FILE + " " + e.getMessage());
        }
    }

    static ProblemException incomplete(String path, String why) {
        return new ProblemException(GitProblem.INCOMPLETE, "The submodule " + path + " " + why);
    }
}
