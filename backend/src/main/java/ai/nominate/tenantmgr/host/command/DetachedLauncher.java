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

/** Starts processes in a session of their own, with nothing of the manager's but what the environment says. */
public final class DetachedLauncher {
    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));
    private final BaseEnvironment environment;

    public DetachedLauncher(BaseEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Starts what shall outlive the manager: its output goes straight to the end of a file, so nothing breaks or blocks when
     * the manager is not there.
     *
     * @throws UncheckedIOException when the directory or the log cannot be opened
     */
    public Process detached(Command command, Map<String, String> markers, Path log) {
        try {
            SafeFiles.directory(log.getParent(), "rwxr-x---");
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        } catch (FileAlreadyExistsException fine) {
            // appended to
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
        Redirect append = Redirect.appendTo(log.toFile());
        return start(command, markers, append, append);
    }

    /** Starts what the manager listens to. */
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
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }
}
