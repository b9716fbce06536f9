package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the steps of a proof have found so far. In a file of its directory, so that a proof that is resumed knows it. */
final class ProofFacts {
    private static final String FILE = "facts.properties";
    private static final String LEVEL = "level";
    private static final String RESTORE_MS = "restoreMs";

    private final TreeMap<String, String> facts = new TreeMap<>();
    private final Path directory;

    private ProofFacts(Path directory) {
        this.directory = directory;
    }

    static ProofFacts read(Path directory) {
        ProofFacts found = new ProofFacts(directory);
        Path file = directory.resolve(FILE);
        if (Files.isRegularFile(file)) {
            try (Reader text = Files.newBufferedReader(file)) {
                Properties properties = new Properties();
                properties.load(text);
                properties.forEach((name, value) -> found.facts.put((String) name, (String) value));
            } catch (IOException e) {
                throw new UncheckedIOException("could not read " + file, e);
            }
        }
        return found;
    }

    Level level() {
        return Level.valueOf(facts.getOrDefault(LEVEL, Level.L0.name()));
    }

    void reached(Level level) {
        put(LEVEL, level.name());
    }

    /** Adds to the time that a restore takes, in milliseconds. */
    void took(long millis) {
        put(RESTORE_MS, Long.toString(restoreMs().orElse(0L) + millis));
    }

    Optional<Long> restoreMs() {
        return Optional.ofNullable(facts.get(RESTORE_MS)).map(Long::valueOf);
    }

    /** @param value one line */
    void put(String name, String value) {
        facts.put(name, value);
        String text = facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "", "\n"));
        SafeFiles.write(directory.resolve(FILE), text, "rw-------");
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(facts.get(name));
    }
}
