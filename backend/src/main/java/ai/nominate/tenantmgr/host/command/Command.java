package ai.nominate.tenantmgr.host.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What will be typed on a machine, as a value: words stay separate to the end, and no shell ever sees them. The environment
 * is all that the process gets, beside PATH and the markers by which the manager finds its own processes again.
 *
 * @param argv the program and its words, never empty
 * @param directory where it runs; the caller made sure that it exists
 */
public record Command(List<String> argv, Path directory, Map<String, String> environment) {
    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    public static Command of(String... argv) {
        return new Command(List.of(argv), Path.of("/"), Map.of());
    }

    public Command in(Path where) {
        return new Command(argv, where, environment);
    }

    public Command with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Command(argv, directory, more);
    }

    /** For people: dry runs, logs and tests. Never executed, and without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return String.join(" ", argv);
    }
}
