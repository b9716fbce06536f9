package ai.nominate.tenantmgr.host.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mounts that this process sees. A mount that is made read-only in a user namespace must repeat the restrictions of the one
 * below it, or the kernel refuses.
 */
record MountTable(List<Entry> entries) {
    private static final Set<String> RESTRICTIONS = Set.of("nosuid", "nodev", "noexec");

    MountTable {
        entries = List.copyOf(entries);
    }

    record Entry(Path path, String options) {}

    static MountTable read() {
        try {
            return parse(Files.readString(Path.of("/proc/self/mountinfo"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the mounts of this machine", e);
        }
    }

    static MountTable parse(String mountinfo) {
        List<Entry> entries = new ArrayList<>();
        for (String line : mountinfo.split("\n")) {
            String[] fields = line.split(" ");
            if (fields.length > 5) {
                entries.add(new Entry(Path.of(unescaped(fields[4])), fields[5]));
            }
        }
        return new MountTable(entries);
    }

    /** The restrictions of the mount that a path lies on, such as {@code nosuid,nodev}. */
    String restrictions(Path path) {
        return entries.stream()
                .filter(entry -> path.startsWith(entry.path()))
                .max(Comparator.comparingInt(entry -> entry.path().getNameCount()))
                .map(entry -> Stream.of(entry.options().split(","))
                        .filter(RESTRICTIONS::contains)
                        .collect(Collectors.joining(",")))
                .orElse("");
    }

    /** The mounts inside a directory, the outer ones first. */
    List<Path> inside(Path directory) {
        return entries.stream()
                .map(Entry::path)
                .filter(path -> path.startsWith(directory) && !path.equals(directory))
                .distinct()
                .sorted()
                .toList();
    }

    private static String unescaped(String field) {
        return field.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
