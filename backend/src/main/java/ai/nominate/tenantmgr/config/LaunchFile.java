package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;


import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

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
        return script(". " + quote(absolute(envFile)) + "\n", port, directory, argv);
    }

    /**
     * For a supervisor that reads the environment file itself, such as systemd.
     *
     * @see #render(Path, PortNumber, Path, List)
     */
    public static String render(PortNumber port, Path directory, List<String> argv) {
        return script("", port, directory, argv);
    }

    private static String script(String load, PortNumber port, Path directory, List<String> argv) {
        if (argv.isEmpty() || argv.getFirst().isEmpty() || argv.getFirst().startsWith("-")) {
            throw new InvalidValue("must start with a program, not an option");
        }
        String words = String.join(" ", argv.stream().map(LaunchFile::quote).toList());
        return """
                #!/bin/sh
                set -ea
                %sPORT=%s
                set +a
                cd %s
                exec %s
                """.formatted(load, port, quote(absolute(directory)), words);
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
