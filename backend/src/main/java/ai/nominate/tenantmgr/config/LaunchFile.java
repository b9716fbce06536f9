package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.manifest.CommandWords;
import ai.nominate.tenantmgr.manifest.Placeholders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The launch script of a service. It ends in {@code exec}, so that the service has the script's process id and receives
 * its signals; every argument is quoted, so that the shell never splits or expands it. Exits on the first error.
 */
public final class LaunchFile {
    private LaunchFile() {}

    /**
     * For a supervisor that leaves the environment to the script.
     *
     * @param envFile absolute path of the file written by {@link EnvFile}
     * @param directory absolute; working directory of the service
     * @param argv the program, found in PATH or relative to the directory, and its arguments: any text without NUL
     * @throws InvalidValue if a path is not absolute, the program is missing, or an argument contains NUL
     */
    public static String render(Path envFile, PortNumber port, Path directory, List<String> argv) {
        return render(Optional.of(envFile), Optional.of(port), Map.of(), directory, argv);
    }

    /**
     * For a supervisor that reads the environment file itself, such as systemd.
     *
     * @see #render(Path, PortNumber, Path, List)
     */
    public static String render(PortNumber port, Path directory, List<String> argv) {
        return render(Optional.empty(), Optional.of(port), Map.of(), directory, argv);
    }

    /**
     * @param envFile absolute path; empty if the supervisor reads it
     * @param port empty for a worker
     * @param defaults variables that depend on the port, each set only if the environment does not set it
     * @throws InvalidValue if a path is not absolute, the program is missing, or an argument contains NUL
     */
    public static String render(
            Optional<Path> envFile,
            Optional<PortNumber> port,
            Map<EnvKey, Placeholders> defaults,
            Path directory,
            List<String> argv) {
        if (argv.isEmpty() || argv.getFirst().isEmpty() || argv.getFirst().startsWith("-")) {
            throw new InvalidValue("must start with a program, not an option");
        }
        StringBuilder script = new StringBuilder("#!/bin/sh\nset -ea\n");
        envFile.ifPresent(
                file -> script.append(". ").append(quote(absolute(file))).append('\n'));
        port.ifPresent(number -> {
            script.append("PORT=").append(number).append('\n');
            defaults.forEach((key, value) -> script.append("[ \"${" + key + "+set}\" ] || " + key + "=")
                    .append(word(value))
                    .append('\n'));
        });
        String words = String.join(
                " ", CommandWords.of(argv).stream().map(LaunchFile::word).toList());
        return script + "set +a\ncd " + quote(absolute(directory)) + "\nexec " + words + "\n";
    }

    /** Quoted, except for its variables: the shell replaces those inside double quotes, and splits or expands nothing more. */
    private static String word(Placeholders word) {
        return word.parts().isEmpty()
                ? "''"
                : word.parts().stream()
                        .map(part -> switch (part) {
                            case Placeholders.Part.Literal literal -> quote(literal.text());
                            case Placeholders.Part.Variable variable -> "\"${" + variable.key() + "}\"";
                        })
                        .collect(Collectors.joining());
    }

    private static String absolute(Path path) {
        if (!path.isAbsolute()) {
            throw new InvalidValue("must be an absolute path");
        }
        return path.normalize().toString();
    }

    private static String quote(String word) {
        if (word.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(word)) {
            throw new InvalidValue("must be text without NUL");
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
