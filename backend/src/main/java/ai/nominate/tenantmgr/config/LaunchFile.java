package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of the script that becomes a service. It ends in {@code exec}, so that the service has the script's
 * process id and gets its signals; every word is quoted, so that no word is ever more than a word. Fails where it
 * cannot go on.
 */
public final class LaunchFile {
    private LaunchFile() {}

    /**
     * For a supervisor that leaves the environment to the script.
     *
     * @param envFile absolute, as {@link EnvFile} writes it
     * @param directory absolute; where the service runs
     * @param argv the program, found in PATH or relative to the directory, and its words: any text without NUL
     * @throws InvalidValue when a path is not absolute, there is no program, or a word cannot be one
     */
    public static String render(Path envFile, PortNumber port, Path directory, List<String> argv) {
        return script(". " + quote(absolute(envFile)) + "\n", port, directory, argv);
    }

    /**
     * For a supervisor that reads the environment file itself, as systemd does.
     *
     * @see #render(Path, PortNumber, Path, List)
     */
    public static String render(PortNumber port, Path directory, List<String> argv) {
        return script("", port, directory, argv);
    }

    private static String script(String load, PortNumber port, Path directory, List<String> argv) {
        if (argv.isEmpty() || argv.getFirst().isEmpty() || argv.getFirst().startsWith("-")) {
            throw new InvalidValue("must have a program that is no option");
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
