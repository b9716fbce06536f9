package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The shell script that a unit runs: variables, directory, and then what the unit is for. It stands in one file that the unit sees
 * and its user may read; all in a function, so that the shell has read it to its end before the first line runs.
 *
 * @param text of the file
 */
record Program(String text) {
    /** What systemd sets, and a program of a tenant is not told: its own variables of these names are set behind it. */
    private static final String FOREIGN =
            "unset STATE_DIRECTORY CACHE_DIRECTORY RUNTIME_DIRECTORY INVOCATION_ID JOURNAL_STREAM"
                    + " SYSTEMD_EXEC_PID USER LOGNAME SHELL OLDPWD\n";

    /**
     * A service. Its launch file reads its environment from a file that its user may not: that file's text takes the place of the
     * line.
     *
     * @param variables beside those of the view
     */
    static Program of(Unit unit, Map<String, String> variables, String checks) {
        try {
            String launch = "\n" + Files.readString(unit.launchFile());
            for (FileView.Mount mount : unit.view().map(FileView::mounts).orElseGet(List::of)) {
                String line = "\n. " + quoted(mount.source().toString()) + "\n";
                if (launch.contains(line)) {
                    launch = launch.replace(line, "\n" + Files.readString(mount.source()) + "\n");
                }
            }
            return new Program(
                    text(all(variables, unit.view(), Map.of()), unit.directory(), checks + launch) + " </dev/null\n");
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the launch file of " + unit.id(), e);
        }
    }

    /** @param pipes the start of the paths of the two pipes that take its output */
    static Program of(Task task, Map<String, String> variables, String checks, Path pipes) {
        String words = task.argv().stream().map(Program::quoted).collect(Collectors.joining(" "));
        return new Program(
                text(all(variables, task.view(), task.environment()), task.directory(), checks + "exec " + words + "\n")
                        + " </dev/null >" + quoted(pipes + ".out") + " 2>" + quoted(pipes + ".err") + "\n");
    }

    private static Map<String, String> all(
            Map<String, String> variables, Optional<FileView> view, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(variables);
        view.map(FileView::variablesInside).ifPresent(all::putAll);
        all.putAll(own);
        return all;
    }

    private static String text(Map<String, String> variables, Path directory, String body) {
        StringBuilder text = new StringBuilder("program() {\n").append(FOREIGN);
        new TreeMap<>(variables).forEach((name, value) -> {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException(name + " is no name of a variable");
            }
            text.append("export ")
                    .append(name)
                    .append('=')
                    .append(quoted(value))
                    .append('\n');
        });
        text.append("cd ").append(quoted(directory.toString())).append(" || exit 126\n");
        return text.append(body).append("\n}\nprogram").toString();
    }

    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
