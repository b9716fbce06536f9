package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts processes in their own session, with nothing inherited from the manager except the given environment. */
public final class DetachedLauncher {
    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));
    private final BaseEnvironment environment;
    private final Optional<Isolation> isolation;

    public DetachedLauncher(BaseEnvironment environment) {
        this(environment, Optional.empty());
    }

    /** @param isolation for commands with a {@link FileView}; without it they see the machine as the manager does */
    public DetachedLauncher(BaseEnvironment environment, Optional<Isolation> isolation) {
        this.environment = environment;
        this.isolation = isolation.filter(tried -> tried.refusal().isEmpty());
    }

    /**
     * Starts a process that must outlive the manager: its output is appended directly to a file, so it neither fails
     * nor blocks without the manager.
     *
     * @throws UncheckedIOException if the directory or the log cannot be opened
     */
    public Process detached(Command command, Map<String, String> markers, Path log) {
        try {
            SafeFiles.directory(log.getParent(), "rwxr-x---");
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        } catch (FileAlreadyExistsException fine) {
            // append mode
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + log, e);
        }
        Redirect append = Redirect.appendTo(log.toFile());
        return start(command, markers, append, append);
    }

    /** Starts a process whose output the manager reads. */
    Process attached(Command command, Map<String, String> markers) {
        return start(command, markers, Redirect.PIPE, Redirect.PIPE);
    }

    private Process start(Command command, Map<String, String> markers, Redirect out, Redirect err) {
        command.view().ifPresent(DetachedLauncher::prepare);
        if (isolation.isPresent() && command.view().isPresent()) {
            return isolated(isolation.get(), command, command.view().get(), markers, out, err);
        }
        Map<String, String> variables =
                new HashMap<>(command.view().map(FileView::variables).orElseGet(Collections::emptySortedMap));
        variables.putAll(command.environment());
        List<String> argv = new ArrayList<>(List.of("/usr/bin/setsid", "--"));
        argv.addAll(command.argv());
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(command.directory().toFile()).redirectInput(NOTHING);
        return start(builder, command, environment.with(variables, markers), out, err);
    }

    /** What lies in another one is made by the program's own rights: it may have put a link there. */
    private static void prepare(FileView view) {
        List<Path> sources = view.mounts().stream()
                .filter(FileView.Mount::writable)
                .map(FileView.Mount::source)
                .toList();
        sources.stream()
                .filter(source ->
                        sources.stream().noneMatch(other -> !other.equals(source) && source.startsWith(other)))
                .forEach(source -> SafeFiles.directory(source, "rwx------"));
    }

    /** The command's own variables come with the script, so that the programs that isolate it do not see them. */
    private Process isolated(
            Isolation isolation,
            Command command,
            FileView view,
            Map<String, String> markers,
            Redirect out,
            Redirect err) {
        Map<String, String> marked = environment.with(Map.of(), markers);
        Map<String, String> own = new HashMap<>(view.variablesInside());
        own.putAll(command.environment());
        own.keySet().removeAll(markers.keySet());
        own.remove(ProcessMarkers.OWNER);
        String script = isolation.script(new Command(command.argv(), command.directory(), own), view, command.tasks());
        ProcessBuilder builder = new ProcessBuilder(isolation.argv(command)).directory(new File("/"));
        Process process = start(builder, command, marked, out, err);
        try (OutputStream input = process.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // its exit code and its output say why
        }
        return process;
    }

    private static Process start(
            ProcessBuilder builder, Command command, Map<String, String> variables, Redirect out, Redirect err) {
        builder.redirectOutput(out).redirectError(err);
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command, e);
        }
    }
}
