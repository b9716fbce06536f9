package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.browser.ExitCode;
import ai.nominate.tenantmgr.analysis.browser.Main;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.egress.Egress;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Captures pages, at most two at once; a third one waits. Each has a browser of its own. Its processes and files are removed after
 * every capture, failed ones included.
 */
@ApplicationScoped
public class Captures {
    private static final int AT_ONCE = 2;
    private static final long MOST_BYTES = 64L << 20;
    /** The browser prepares a connection to its search engine with the first page of a window, which nobody can turn off. */
    private static final Set<String> OWN_HOSTS = Set.of("www.google.com");

    /** Of so many parts of the time, one is for each answer of the browser: a busy page that keeps back several is ended. */
    private static final int PARTS = 8;

    private static final int PARTS_FOR_LOADING = 3;

    private final Home home;
    private final Supervisor supervisor;
    private final Egress egress;
    private final Path chromium;
    private final BrowserDriver driver;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    @Inject
    Captures(Home home, Supervisor supervisor, Egress egress, HostProperties properties) {
        this(home, supervisor, egress, properties.chromium());
    }

    Captures(Home home, Supervisor supervisor, Egress egress, Path chromium) {
        this.home = home;
        this.supervisor = supervisor;
        this.egress = egress;
        this.chromium = chromium;
        this.driver = new BrowserDriver(home.run().resolve("playwright"));
    }

    /**
     * Blocks until the page is captured or the deadline has passed.
     *
     * @param limits of all processes together; their time is the deadline of the capture
     * @param scope marks the processes, and takes their output
     * @throws RunInterrupted when the calling thread was interrupted; the processes are ended first
     */
    public CaptureResult capture(CaptureRequest request, Limits limits, RunScope scope) {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while waiting for another capture");
        }
        try {
            return refusal(request).orElseGet(() -> captureNow(request, limits, scope));
        } finally {
            turns.release();
        }
    }

    private Optional<CaptureResult> refusal(CaptureRequest request) {
        if (supervisor.exposure().isPresent()) {
            return failed(
                    CaptureProblem.NO_BROWSER,
                    "Foreign pages are opened in isolation only, which this machine refuses: "
                            + supervisor.exposure().get());
        }
        if (!Files.isExecutable(chromium)) {
            return failed(CaptureProblem.NO_BROWSER, "There is no program " + chromium + " on this machine.");
        }
        if (NodeProgram.find().isEmpty()) {
            return failed(CaptureProblem.NO_BROWSER, "There is no program node on this machine.");
        }
        try {
            egress.reachOnWeb(request.host(), request.port());
            return Optional.empty();
        } catch (ProblemException e) {
            return failed(CaptureProblem.NOT_REACHED, e.getMessage());
        }
    }

    private CaptureResult captureNow(CaptureRequest request, Limits limits, RunScope scope) {
        Path work = home.run()
                .resolve("captures")
                .resolve(UUID.randomUUID().toString().substring(0, 8));
        SafeFiles.directory(work, "rwx------");
        try (EgressProxy proxy = EgressProxy.start(egress, work.resolve(Main.PROXY), MOST_BYTES)) {
            CommandResult result = supervisor.run(task(request, limits, work), scope);
            return answer(request, work, proxy, result);
        } finally {
            SafeFiles.deleteTree(work);
        }
    }

    private Task task(CaptureRequest request, Limits limits, Path work) {
        CaptureCommand command = CaptureCommand.of(chromium, NodeProgram.find().orElseThrow(), driver.unpacked());
        Duration patience = limits.time().dividedBy(PARTS);
        FileView view = FileView.nothing().writing(work);
        for (Path directory : command.directories()) {
            view = view.reading(directory);
        }
        return new Task(
                new Task.Owner.OfTenant(request.tenant()),
                Task.Purpose.CAPTURE,
                command.argv(request.address(), patience.multipliedBy(PARTS_FOR_LOADING), patience),
                work,
                command.environment(work),
                limits,
                Optional.of(view));
    }

    private CaptureResult answer(CaptureRequest request, Path work, EgressProxy proxy, CommandResult result) {
        if (result.excess().isPresent() || result.timedOut()) {
            return new CaptureResult.Failed(
                    CaptureProblem.TOO_HEAVY,
                    result.excess()
                            .map(excess -> "The capture " + excess + ".")
                            .orElse("The capture did not end in time."));
        }
        String said = result.lastLines().isEmpty() ? "" : result.lastLines().getLast();
        return switch (result.exit()) {
            case 0 -> taken(request, work, proxy);
            case ExitCode.NOT_REACHED -> new CaptureResult.Failed(CaptureProblem.NOT_REACHED, said);
            case ExitCode.NOT_A_PAGE -> new CaptureResult.Failed(CaptureProblem.NOT_A_PAGE, said);
            case ExitCode.OUT_OF_MEMORY ->
                new CaptureResult.Failed(CaptureProblem.TOO_HEAVY, "The page is larger than a capture can read.");
            case ExitCode.TOO_HEAVY -> new CaptureResult.Failed(CaptureProblem.TOO_HEAVY, said);
            default -> new CaptureResult.Failed(CaptureProblem.NO_BROWSER, "The browser failed: " + said);
        };
    }

    private CaptureResult taken(CaptureRequest request, Path work, EgressProxy proxy) {
        try {
            Snapshot snapshot = new CaptureFiles(work).takeOver(request.directory());
            if (proxy.isExhausted()) {
                snapshot = snapshot.noting(
                        "The page loads more than " + (MOST_BYTES >> 20) + " MB; the rest was left out.");
            }
            if (!OWN_HOSTS.containsAll(proxy.refused())) {
                snapshot = snapshot.noting("The page asked for addresses that are not public, and did not get them.");
            }
            return new CaptureResult.Captured(snapshot);
        } catch (IOException e) {
            return new CaptureResult.Failed(CaptureProblem.NO_BROWSER, e.getMessage());
        }
    }

    private static Optional<CaptureResult> failed(CaptureProblem problem, String detail) {
        return Optional.of(new CaptureResult.Failed(problem, detail));
    }
}
