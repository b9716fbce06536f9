package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directories {@code gen-000123} and the link {@code current}. Numbers only increase, also after failed
 * generations, so that the number returned by NGINX identifies what it serves.
 */
final class Generations {
    static final String PROBES = "probe.map";
    static final String NUMBER = "gen.map";
    private static final Pattern NAME = Pattern.compile("gen-([0-9]{6,18})");
    private static final int KEPT = 5;

    private final NginxSettings settings;

    Generations(NginxSettings settings) {
        this.settings = settings;
    }

    static String name(long generation) {
        return String.format(Locale.ROOT, "gen-%06d", generation);
    }

    Path directory(long generation) {
        return settings.directory().resolve(name(generation));
    }

    OptionalLong current() {
        try {
            return number(Files.readSymbolicLink(settings.current()).getFileName());
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + settings.current(), e);
        }
    }

    long next() {
        return Math.max(
                        numbers().stream().mapToLong(Long::longValue).max().orElse(0),
                        current().orElse(0))
                + 1;
    }

    /** A file of the current generation; empty if it does not exist. */
    String read(String file) {
        try {
            return Files.readString(settings.current().resolve(file));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + " of the current generation", e);
        }
    }

    /** Whether the current generation has exactly this content. */
    boolean says(Map<String, String> files) {
        return current().isPresent()
                && files.entrySet().stream()
                        .allMatch(file -> read(file.getKey()).equals(file.getValue()));
    }

    /** Writes all files of a generation, or none. Files with probe tokens are readable by their owner only. */
    void write(long generation, Map<String, String> files) {
        Path directory = SafeFiles.directory(directory(generation), "rwxr-xr-x");
        try {
            files.forEach((name, text) ->
                    SafeFiles.write(directory.resolve(name), text, name.equals(PROBES) ? "rw-------" : "rw-r--r--"));
        } catch (UncheckedIOException e) {
            SafeFiles.deleteTree(directory);
            throw e;
        }
    }

    /** Activates this generation for NGINX's next reload. */
    void use(long generation, Permit permit) {
        SafeFiles.link(settings.current(), Path.of(name(generation)), permit);
    }

    /** Keeps the last few generations for diagnosis, and always the current one. */
    void prune() {
        long current = current().orElse(0);
        List<Long> all = numbers().stream().sorted().toList();
        all.subList(0, Math.max(0, all.size() - KEPT)).stream()
                .filter(number -> number != current)
                .forEach(number -> SafeFiles.deleteTree(directory(number)));
    }

    /** The certificates that any kept generation names. */
    Set<String> certificates() {
        Set<String> ids = new HashSet<>();
        for (long number : numbers()) {
            try {
                String map = Files.readString(directory(number).resolve(MapFile.CERTIFICATES.fileName()));
                ids.addAll(MapFile.CERTIFICATES.parse(map).values());
            } catch (NoSuchFileException e) {
                // one that was pruned meanwhile
            } catch (IOException e) {
                throw new UncheckedIOException("could not read the certificates of generation " + number, e);
            }
        }
        return ids;
    }

    private List<Long> numbers() {
        if (!Files.isDirectory(settings.directory(), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(settings.directory())) {
            return entries.map(path -> number(path.getFileName()))
                    .filter(OptionalLong::isPresent)
                    .map(OptionalLong::getAsLong)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + settings.directory(), e);
        }
    }

    private static OptionalLong number(Path name) {
        Matcher m = NAME.matcher(name.toString());
        return m.matches() ? OptionalLong.of(Long.parseLong(m.group(1))) : OptionalLong.empty();
    }
}
