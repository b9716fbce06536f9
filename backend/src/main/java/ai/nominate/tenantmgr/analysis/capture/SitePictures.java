package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.browser.Main;
import ai.nominate.tenantmgr.analysis.evidence.Look;
import ai.nominate.tenantmgr.analysis.evidence.Width;
import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes pictures of a tenant's own page, wide and narrow, light and dark. Of what is private the page reaches its own site and nothing
 * else. Shares the turns of {@link Captures}.
 */
@ApplicationScoped
public class SitePictures {
    private final CaptureProgram program;
    private final Egress egress;

    SitePictures(CaptureProgram program, Egress egress) {
        this.program = program;
        this.egress = egress;
    }

    /**
     * What was taken.
     *
     * @param worn whether the page asked for the style sheet; else it looks as it does to visitors
     * @param pictures those that could be taken, at least one
     */
    public record Taken(boolean worn, List<SitePicture> pictures) {}

    /**
     * Blocks until the pictures are there or the deadline has passed.
     *
     * @param limits of all processes together; their time is the deadline
     * @param wait for a turn at most
     * @throws ProblemException with a {@link CaptureProblem} and a message for people
     */
    public Taken take(SiteRequest request, Limits limits, RunScope scope, Duration wait) {
        Opening opening = new Opening(
                request.tenant(),
                request.address(),
                request.way(egress::reachOnWeb),
                List.of(request.path()),
                Map.of(Main.STYLE_SHEET, request.css().getBytes(StandardCharsets.UTF_8)));
        return program.run(opening, limits, scope, wait, (work, proxy) -> taken(work));
    }

    private static Taken taken(Path work) throws IOException {
        CaptureFiles files = new CaptureFiles(work);
        List<SitePicture> pictures = new ArrayList<>();
        for (Width width : Width.values()) {
            for (Look.Scheme scheme : Look.Scheme.values()) {
                Optional<byte[]> png = files.picture(width.file(scheme));
                png.ifPresent(bytes -> pictures.add(new SitePicture(width, scheme, bytes)));
            }
        }
        if (pictures.isEmpty()) {
            throw new IOException("the capture left no picture");
        }
        return new Taken(files.picture(Main.WORN).isPresent(), pictures);
    }
}
