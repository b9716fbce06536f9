package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts programs in namespaces of their own: they see no file but those of their {@link FileView}, no process but their own, and
 * end with the first of them. They keep the machine's network. Found out once whether this kernel allows it; where it does not,
 * programs see the machine as the manager does.
 */
public final class Isolation {
    private static final List<String> NAMESPACES = List.of(
            "/usr/bin/setsid",
            "--",
            "unshare",
            "--user",
            "--map-root-user",
            "--mount",
            "--pid",
            "--ipc",
            "--fork",
            "--kill-child",
            "--",
            "/bin/sh",
            "-s",
            "--");
    private static final long PROBE_SECONDS = 20;

    private final Home home;
    private final MachineFiles machine;
    private final Optional<String> refusal;

    private Isolation(Home home, MachineFiles machine, Optional<String> refusal) {
        this.home = home;
        this.machine = machine;
        this.refusal = refusal;
    }

    /**
     * Tries it with a program that does nothing. Blocks for some milliseconds.
     *
     * @param shown directories that programs see beside the usual ones, absolute
     */
    public static Isolation of(Home home, List<Path> shown) {
        SafeFiles.directory(IsolationScript.root(home.root()), "rwx------");
        MachineFiles machine = MachineFiles.read(shown);
        return new Isolation(home, machine, probe(home, machine));
    }

    /** Why programs are not isolated on this machine, for people; empty if they are. */
    public Optional<String> refusal() {
        return refusal;
    }

    List<String> argv(Command command) {
        List<String> argv = new ArrayList<>(NAMESPACES);
        argv.addAll(command.argv());
        return argv;
    }

    /** What the shell of {@link #argv} reads. */
    String script(Command command, FileView view, int tasks) {
        return new IsolationScript(
                        machine.now(),
                        path -> isDirectory(home.root(), path),
                        home.root(),
                        view,
                        resolved(command.directory()),
                        command.environment(),
                        TaskBounds.of(
                                tasks,
                                System.getProperty("os.version"),
                                "root".equals(System.getProperty("user.name"))))
                .text();
    }

    /** Below the home no link may lead elsewhere. The home itself may be behind one. */
    private static boolean isDirectory(Path home, Path path) {
        try {
            return Files.isDirectory(path)
                    && (!path.startsWith(home)
                            || path.toRealPath().equals(home.toRealPath().resolve(home.relativize(path))));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Without links below the home, which are not there for the program. */
    private Path resolved(Path directory) {
        try {
            Path real = directory.toRealPath();
            Path realHome = home.root().toRealPath();
            return real.startsWith(realHome) ? home.root().resolve(realHome.relativize(real)) : real;
        } catch (IOException e) {
            throw new UncheckedIOException("could not start in " + directory, e);
        }
    }

    private static Optional<String> probe(Home home, MachineFiles machine) {
        List<String> argv = new ArrayList<>(NAMESPACES);
        argv.add("true");
        String script = new IsolationScript(
                        machine,
                        Files::isDirectory,
                        home.root(),
                        FileView.nothing(),
                        Path.of("/"),
                        Map.of(),
                        TaskBounds.NONE)
                .text();
        try {
            ProcessBuilder builder = new ProcessBuilder(argv).redirectErrorStream(true);
            builder.environment().keySet().retainAll(List.of("PATH"));
            Process process = builder.start();
            try (var input = process.getOutputStream()) {
                input.write(script.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                // it ended before it had read the script
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replace("\n", "; ");
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("the kernel did not answer");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of(said.isEmpty() ? "the kernel refuses" : said);
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it was not tried to the end");
        }
    }
}
