package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.browser.ExitCode;
import ai.nominate.tenantmgr.analysis.browser.Main;
import ai.nominate.tenantmgr.host.HostProperties;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs the capture program, at most twice at once for all callers; others wait for their turn. Each run has a browser of its own. Its
 * processes and files are removed after every run, failed ones included.
 */
@ApplicationScoped
class CaptureProgram {
    static final long MOST_BYTES = 64L << 20;
    private static final int AT_ONCE = 2;

    /** Of so many parts of the time, one is for each answer of the browser: a busy page that keeps back several is ended. */
    private static final int PARTS = 8;

    private static final int PARTS_FOR_LOADING = 3;

    private final Home home;
    private final Supervisor supervisor;
    private final Path chromium;
    private final BrowserDriver driver;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    @Inject
    CaptureProgram(Home home, Supervisor supervisor, HostProperties properties) {
        this(home, supervisor, properties.chromium());
    }

    CaptureProgram(Home home, Supervisor supervisor, Path chromium) {
        this.home = home;
        this.supervisor = supervisor;
        this.chromium = chromium;
        this.driver = new BrowserDriver(home.run().resolve("playwright"));
    }

    /** Takes over what a run has left in its directory. */
    interface Harvest<T> {
        /** @throws IOException if what is there is not what the program leaves */
        T take(Path work, EgressProxy proxy) throws IOException;
    }

    /**
     * Blocks until the run has ended or the deadline has passed.
     *
     * @param limits of all processes together; their time is the deadline
     * @param scope marks the processes, and takes their output
     * @param wait for a turn at most
     * @throws ProblemException with a {@link CaptureProblem} if it failed; its message is for people, names no address inside a
     *     network and says nothing that the page said
     * @throws RunInterrupted when the calling thread was interrupted; the processes are ended first
     */
    <T> T run(Opening opening, Limits limits, RunScope scope, Duration wait, Harvest<T> harvest) {
        try {
            if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(CaptureProblem.BUSY, "Other pages are being opened; try again soon.")
                        .retryAfter(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while waiting for another capture");
        }
        try {
            requirePossible(opening);
            return runNow(opening, limits, scope, harvest);
        } finally {
            turns.release();
        }
    }

    private void requirePossible(Opening opening) {
        if (supervisor.exposure().isPresent()) {
            throw failed(
                    CaptureProblem.NO_BROWSER,
                    "Foreign pages are opened in isolation only, which this machine refuses: "
                            + supervisor.exposure().get());
        }
        if (!Files.isExecutable(chromium)) {
            throw failed(CaptureProblem.NO_BROWSER, "There is no program " + chromium + " on this machine.");
        }
        if (NodeProgram.find().isEmpty()) {
            throw failed(CaptureProblem.NO_BROWSER, "There is no program node on this machine.");
        }
        try {
            opening.way().reach(opening.host(), opening.port());
        } catch (ProblemException e) {
            throw failed(CaptureProblem.NOT_REACHED, e.getMessage());
        }
    }

    private <T> T runNow(Opening opening, Limits limits, RunScope scope, Harvest<T> harvest) {
        Path work = home.run()
                .resolve("captures")
                .resolve(UUID.randomUUID().toString().substring(0, 8));
        SafeFiles.directory(work, "rwx------");
        opening.files().forEach((name, content) -> SafeFiles.write(work.resolve(name), content, "rw-------"));
        try (EgressProxy proxy = EgressProxy.start(opening.way(), work.resolve(Main.PROXY), MOST_BYTES)) {
            requireSuccess(supervisor.run(task(opening, limits, work), scope));
            return harvest.take(work, proxy);
        } catch (IOException e) {
            throw failed(CaptureProblem.NO_BROWSER, e.getMessage());
        } finally {
            SafeFiles.deleteTree(work);
        }
    }

    private Task task(Opening opening, Limits limits, Path work) {
        CaptureCommand command = CaptureCommand.of(chromium, NodeProgram.find().orElseThrow(), driver.unpacked());
        Duration patience = limits.time().dividedBy(PARTS);
        FileView view = FileView.nothing().writing(work);
        for (Path directory : command.directories()) {
            view = view.reading(directory);
        }
        return new Task(
                new Task.Owner.OfTenant(opening.tenant()),
                Task.Purpose.CAPTURE,
                command.argv(opening.address(), patience.multipliedBy(PARTS_FOR_LOADING), patience, opening.words()),
                work,
                command.environment(work),
                limits,
                Optional.of(view));
    }

    private static void requireSuccess(CommandResult result) {
        if (result.excess().isPresent() || result.timedOut()) {
            throw failed(
                    CaptureProblem.TOO_HEAVY,
                    result.excess()
                            .map(excess -> "The capture " + excess + ".")
                            .orElse("The capture did not end in time."));
        }
        String said = result.lastLines().isEmpty() ? "" : result.lastLines().getLast();
        switch (result.exit()) {
            case 0 -> {}
            case ExitCode.NOT_REACHED -> throw failed(CaptureProblem.NOT_REACHED, said);
            case ExitCode.NOT_A_PAGE -> throw failed(CaptureProblem.NOT_A_PAGE, said);
            case ExitCode.OUT_OF_MEMORY ->
                throw failed(CaptureProblem.TOO_HEAVY, "The page is larger than a capture can read.");
            case ExitCode.TOO_HEAVY -> throw failed(CaptureProblem.TOO_HEAVY, said);
            default -> throw failed(CaptureProblem.NO_BROWSER, "The browser failed: " + said);
        }
    }

    private static ProblemException failed(CaptureProblem problem, String detail) {
        return new ProblemException(problem, detail);
    }
}
