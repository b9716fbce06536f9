package ai.nominate.tenantmgr.host.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command as a value: arguments stay separate and are never interpreted by a shell. The environment is complete
 * except for PATH and the markers with which the manager finds its own processes.
 *
 * @param argv the program and its arguments, never empty
 * @param directory working directory; must exist
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

    /** For users: dry runs, logs and tests. Never executed, and without the environment, which may contain secrets. */
    @Override
    public String toString() {
        return String.join(" ", argv);
    }
}
