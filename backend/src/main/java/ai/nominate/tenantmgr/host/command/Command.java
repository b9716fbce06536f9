package ai.nominate.tenantmgr.host.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command as a value: arguments stay separate and are never interpreted by a shell. The environment is complete
 * except for PATH and the markers with which the manager finds its own processes.
 *
 * @param argv the program and its arguments, never empty
 * @param directory working directory; must exist
 * @param view the files that it may see, where the machine can isolate it; empty for a program of the manager's own
 * @param tasks how many processes and threads it may have, where the machine can hold it to that; 0 for no such limit
 */
public record Command(
        List<String> argv, Path directory, Map<String, String> environment, Optional<FileView> view, int tasks) {
    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** A program of the manager's own. */
    public Command(List<String> argv, Path directory, Map<String, String> environment) {
        this(argv, directory, environment, Optional.empty(), 0);
    }

    public static Command of(String... argv) {
        return new Command(List.of(argv), Path.of("/"), Map.of());
    }

    public Command in(Path where) {
        return new Command(argv, where, environment, view, tasks);
    }

    public Command with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Command(argv, directory, more, view, tasks);
    }

    /** For users: dry runs, logs and tests. Never executed, and without the environment, which may contain secrets. */
    @Override
    public String toString() {
        return String.join(" ", argv);
    }
}
