package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Captures pages of the internet. A third one at once waits for its turn. */
@ApplicationScoped
public class Captures {
    /** The browser prepares a connection to its search engine with the first page of a window, which nobody can turn off. */
    private static final Set<String> OWN_HOSTS = Set.of("www.google.com");
    /** As long as the step of an analysis may last: runs wait, people do not. */
    private static final Duration WAIT = Duration.ofHours(1);

    private final CaptureProgram program;
    private final Egress egress;

    Captures(CaptureProgram program, Egress egress) {
        this.program = program;
        this.egress = egress;
    }

    /**
     * Blocks until the page is captured or the deadline has passed.
     *
     * @param limits of all processes together; their time is the deadline of the capture
     * @param scope marks the processes, and takes their output
     * @throws RunInterrupted when the calling thread was interrupted; the processes are ended first
     */
    public CaptureResult capture(CaptureRequest request, Limits limits, RunScope scope) {
        Opening opening = new Opening(request.tenant(), request.address(), egress::reachOnWeb, List.of(), Map.of());
        try {
            return new CaptureResult.Captured(
                    program.run(opening, limits, scope, WAIT, (work, proxy) -> taken(request, work, proxy)));
        } catch (ProblemException e) {
            if (e.problem() instanceof CaptureProblem problem) {
                return new CaptureResult.Failed(problem, e.getMessage());
            }
            throw e;
        }
    }

    private static Snapshot taken(CaptureRequest request, Path work, EgressProxy proxy) throws IOException {
        Snapshot snapshot = new CaptureFiles(work).takeOver(request.directory());
        if (proxy.isExhausted()) {
            snapshot = snapshot.noting(
                    "The page loads more than " + (CaptureProgram.MOST_BYTES >> 20) + " MB; the rest was left out.");
        }
        return OWN_HOSTS.containsAll(proxy.refused())
                ? snapshot
                : snapshot.noting("The page asked for addresses that are not public, and did not get them.");
    }
}
