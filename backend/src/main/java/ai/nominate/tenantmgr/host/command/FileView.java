package ai.nominate.tenantmgr.host.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that the processes of one tenant or one build may see, beside the programs of the machine. All else of the home,
 * and the directories of the machine's users, are not there for them. A value, so that it can be compared, shown and recorded.
 *
 * @param mounts a directory may lie inside another one; it is then left out where the outer one has no directory for it
 * @param variables by which programs find their own directories, such as HOME: paths of sources of mounts
 */
public record FileView(List<Mount> mounts, SortedMap<String, String> variables) {
    private static final Path TEMPORARY = Path.of("/tmp");
    private static final String VARIABLE = "env";

    public FileView {
        mounts = List.copyOf(mounts);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        variables.forEach((name, value) -> require(name + value));
    }

    public static FileView nothing() {
        return new FileView(List.of(), Collections.emptySortedMap());
    }

    /** The same, with one more directory or file that is seen where it lies and cannot be written to. */
    public FileView reading(Path path) {
        return and(new Mount(path, path, false));
    }

    /** The same, with one more directory that is seen at another path and cannot be written to. */
    public FileView reading(Path directory, Path target) {
        return and(new Mount(directory, target, false));
    }

    /** The same, with one more directory that is seen where it lies and can be written to. */
    public FileView writing(Path directory) {
        return and(new Mount(directory, directory, true));
    }

    /** The same, with one more directory that can be written to and is seen at another path. */
    public FileView writing(Path directory, Path target) {
        return and(new Mount(directory, target, true));
    }

    /** The same, with a directory of its own that a variable names: {@code HOME}. */
    public FileView owning(String variable, Path directory) {
        return writing(directory).naming(variable, directory);
    }

    /** The same, with a directory for temporary files, which is emptied before and removed after. */
    public FileView temporary(Path directory) {
        return writing(directory, TEMPORARY).naming("TMPDIR", directory);
    }

    /** The directory for temporary files. */
    public Optional<Path> temporary() {
        return mounts.stream()
                .filter(mount -> mount.target().equals(TEMPORARY))
                .map(Mount::source)
                .findFirst();
    }

    /** The variables as they are right where the mounts are in place. */
    public Map<String, String> variablesInside() {
        Map<String, String> inside = new HashMap<>(variables);
        for (Mount mount : mounts) {
            inside.replaceAll((name, value) ->
                    value.equals(mount.source().toString()) ? mount.target().toString() : value);
        }
        return inside;
    }

    /** One line for each mount and variable. */
    public String text() {
        return Stream.concat(
                        mounts.stream()
                                .map(mount -> (mount.writable() ? "rw" : "ro") + "\t" + mount.source() + "\t"
                                        + mount.target()),
                        variables.entrySet().stream()
                                .map(entry -> VARIABLE + "\t" + entry.getKey() + "\t" + entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** @throws IllegalArgumentException if the text is not output of {@link #text} */
    public static FileView parse(String text) {
        List<Mount> mounts = new ArrayList<>();
        SortedMap<String, String> variables = new TreeMap<>();
        for (String line : text.isEmpty() ? new String[0] : text.split("\n")) {
            String[] words = line.split("\t", -1);
            if (words.length != 3) {
                throw new IllegalArgumentException("a line of a file view has three words");
            }
            if (words[0].equals(VARIABLE)) {
                variables.put(words[1], words[2]);
            } else {
                mounts.add(new Mount(Path.of(words[1]), Path.of(words[2]), words[0].equals("rw")));
            }
        }
        return new FileView(mounts, variables);
    }

    private FileView and(Mount mount) {
        List<Mount> more = new ArrayList<>(mounts);
        more.add(mount);
        return new FileView(more, variables);
    }

    private FileView naming(String variable, Path directory) {
        SortedMap<String, String> more = new TreeMap<>(variables);
        more.put(variable, directory.toString());
        return new FileView(mounts, more);
    }

    private static void require(String words) {
        if (words.chars().anyMatch(c -> c == '\n' || c == '\t')) {
            throw new IllegalArgumentException("a file view has neither tabs nor line breaks in its paths");
        }
    }

    /**
     * A directory or file of the home.
     *
     * @param source absolute, no link
     * @param target where it is seen, absolute
     */
    public record Mount(Path source, Path target, boolean writable) {
        public Mount {
            require(source + "" + target);
            if (!source.isAbsolute() || !target.isAbsolute()) {
                throw new IllegalArgumentException("a mount has absolute paths");
            }
        }
    }
}
