package ai.nominate.tenantmgr.backup.boot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the program answered.
 *
 * @param healthy a sentence for each service that is healthy
 * @param fault why the application is not well; empty if it is
 * @param persons the answered number of persons; empty if it was not asked for
 */
public record BootAnswer(List<String> healthy, Optional<String> fault, OptionalLong persons) {
    /** Exit codes: all was asked and is well; it is not; it could not be asked. */
    public static final int WELL = 0;

    public static final int NOT_WELL = 3;
    public static final int NOT_TRIED = 4;

    static final String HEALTHY = "boot-healthy\t";
    static final String FAULT = "boot-fault\t";
    static final String PERSONS = "boot-persons\t";

    public BootAnswer {
        healthy = List.copyOf(healthy);
    }

    /** @param lines of the program's output, among those of others */
    public static BootAnswer of(List<String> lines) {
        return new BootAnswer(
                lines.stream()
                        .filter(line -> line.startsWith(HEALTHY))
                        .map(line -> line.substring(HEALTHY.length()))
                        .toList(),
                lines.stream()
                        .filter(line -> line.startsWith(FAULT))
                        .map(line -> line.substring(FAULT.length()))
                        .findFirst(),
                lines.stream()
                        .filter(line -> line.matches(PERSONS + "[0-9]{1,18}"))
                        .mapToLong(line -> Long.parseLong(line.substring(PERSONS.length())))
                        .findFirst());
    }

    /** Whether a line is meant for the manager alone. */
    public static boolean isAnswer(String line) {
        return line.startsWith(HEALTHY) || line.startsWith(FAULT) || line.startsWith(PERSONS);
    }
}
