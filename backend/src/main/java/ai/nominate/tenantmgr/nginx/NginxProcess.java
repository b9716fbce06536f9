package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.DetachedLauncher;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * The NGINX of this home. It runs in its own session, independent of the manager: a restarted manager adopts it, and
 * visitors are not affected. Never restarted, because a failed restart would interrupt all tenants.
 */
public final class NginxProcess {
    private static final Logger LOG = Logger.getLogger(NginxProcess.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(10);
    /** No process has this number: a master that has just ended cannot be reloaded. */
    private static final long NOBODY = Integer.MAX_VALUE;

    private static final String NOT_SEEN =
            "NGINX did not serve the new generation within " + SEEN_WITHIN.toSeconds() + " s";

    private final NginxSettings settings;
    private final DetachedLauncher launcher;
    private final Runner runner;
    private final PublicProbe probe;
    private final Generations generations;
    private final NginxMaster master;
    private final ErrorLog log;

    public NginxProcess(NginxSettings settings, DetachedLauncher launcher, Runner runner, PublicProbe probe) {
        this.launcher = launcher;
        this.settings = settings;
        this.runner = runner;
        this.probe = probe;
        this.generations = new Generations(settings);
        this.master = new NginxMaster(settings);
        this.log = new ErrorLog(settings.errorLog());
    }

    public boolean running() {
        return master.pid().isPresent();
    }

    /**
     * Ensures that NGINX runs and serves the current generation, which {@link NginxSites#apply} must have written.
     * Blocks until confirmed, for at most about 15 seconds.
     */
    public synchronized NginxStart startOrAdopt(Permit permit) {
        permit.check();
        OptionalLong current = generations.current();
        if (current.isEmpty()) {
            return new NginxStart.Refused("no generation to serve yet");
        }
        OptionalLong running = master.pid();
        if (running.isEmpty()) {
            return start(current.getAsLong(), permit);
        }
        if (probe.generation().equals(current)) {
            return new NginxStart.Adopted(running.getAsLong(), false);
        }
        return reload(current.getAsLong(), permit)
                .<NginxStart>map(NginxStart.Refused::new)
                .orElseGet(() -> new NginxStart.Adopted(running.getAsLong(), true));
    }

    /**
     * Not through the runner, which ends all child processes of a command: NGINX must outlive this call and the
     * manager.
     */
    private NginxStart start(long generation, Permit permit) {
        endOrphans(permit);
        Path said = settings.directory().resolve("logs/start.log");
        SafeFiles.deleteTree(said);
        Process starting = launcher.detached(nginx(), Map.of(), said);
        if (!ended(starting) || starting.exitValue() != 0) {
            starting.destroyForcibly();
            return new NginxStart.Refused(
                    ErrorLog.complaint(lines(said)).orElse("NGINX could not be started, see " + said));
        }
        return Polling.until(SEEN_WITHIN, () -> running() && serves(generation))
                ? new NginxStart.Started(master.pid().orElseThrow())
                : new NginxStart.Refused(NOT_SEEN);
    }

    /**
     * Workers whose master was killed stop listening, so that a new master can, and finish their requests. Visitors who connect in
     * the moment between are refused.
     */
    private void endOrphans(Permit permit) {
        List<Long> orphans = master.orphans();
        if (orphans.isEmpty()) {
            return;
        }
        LOG.warnf("NGINX's master is gone; its workers %s finish their requests, and a new master starts", orphans);
        List<String> kill = new ArrayList<>(List.of("/bin/kill", "-QUIT", "--"));
        orphans.forEach(pid -> kill.add(Long.toString(pid)));
        runner.run(new Command(kill, Path.of("/"), Map.of()), "", LIMIT, LineSink.NONE, permit);
        Polling.until(SEEN_WITHIN, () -> master.orphans().isEmpty());
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reloads NGINX and waits until it serves only the new generation: an old worker may accept connections for a
     * moment after the first new one does.
     *
     * @return the reason it does not; empty on success
     */
    Optional<String> reload(long generation, Permit permit) {
        Set<Long> before = master.accepting();
        long logEnd = log.size();
        CommandResult result = signalReload(permit);
        if (!result.succeeded()) {
            return Optional.of(said(result));
        }
        BooleanSupplier gaveUp = () -> log.gaveUpSince(logEnd);
        BooleanSupplier seen =
                () -> serves(generation) && master.accepting().stream().noneMatch(before::contains);
        boolean decided = Polling.until(SEEN_WITHIN, () -> gaveUp.getAsBoolean() || seen.getAsBoolean());
        if (!decided || gaveUp.getAsBoolean()) {
            return Optional.of(log.complaintSince(logEnd).orElse(NOT_SEEN));
        }
        master.endOldestDraining();
        return Optional.empty();
    }

    /**
     * Reloads NGINX without waiting for the effect. Not by {@code nginx -s}, which reads the whole configuration only to find the
     * master.
     */
    CommandResult signalReload(Permit permit) {
        return signal("-HUP", master.pid().orElse(NOBODY), permit);
    }

    /** Lets NGINX write what it holds back, and open its logs anew. No effect if it does not run. */
    void reopenLogs(Permit permit) {
        master.pid().ifPresent(pid -> signal("-USR1", pid, permit));
    }

    private CommandResult signal(String name, long pid, Permit permit) {
        List<String> kill = List.of("/bin/kill", name, "--", Long.toString(pid));
        return runner.run(new Command(kill, Path.of("/"), Map.of()), "", LIMIT, LineSink.NONE, permit);
    }

    /** Stops NGINX immediately, for tests; in production it outlives the manager. */
    public void stop() {
        master.pid().stream()
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .forEach(ProcessHandle::destroy);
        Polling.until(LIMIT, () -> !running());
    }

    private boolean serves(long generation) {
        return probe.generation().equals(OptionalLong.of(generation));
    }

    private Command nginx() {
        return new Command(
                List.of(
                        settings.program(),
                        "-c",
                        settings.configuration().toString(),
                        "-p",
                        settings.directory() + "/",
                        "-e",
                        settings.errorLog().toString()),
                Path.of("/"),
                Map.of());
    }

    private static String said(CommandResult result) {
        return "NGINX could not be asked to reload: "
                + (result.timedOut()
                        ? "no answer within " + LIMIT.toSeconds() + " s"
                        : String.join("\n", result.lastLines()));
    }
}
