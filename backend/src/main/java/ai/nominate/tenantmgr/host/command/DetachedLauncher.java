package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;


import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts processes in their own session, with nothing inherited from the manager except the given environment. */
public final class DetachedLauncher {
    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));
    private final BaseEnvironment environment;

    public DetachedLauncher(BaseEnvironment environment) {
        this.environment = environment;
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
        List<String> argv = new ArrayList<>(List.of("/usr/bin/setsid", "--"));
        argv.addAll(command.argv());
        ProcessBuilder builder = new ProcessBuilder(argv)
                .directory(command.directory().toFile())
                .redirectInput(NOTHING)
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().clear();
        builder.environment().putAll(environment.with(command.environment(), markers));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command, e);
        }
    }
}
