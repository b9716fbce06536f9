package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.capture.CaptureProblem;
import ai.nominate.tenantmgr.analysis.capture.CaptureRequest;
import ai.nominate.tenantmgr.analysis.capture.CaptureResult;
import ai.nominate.tenantmgr.analysis.capture.Captures;
import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.evidence.Screenshot;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.logo.FoundLogo;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.TaskLimits;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Captures with the browser, and takes the screenshots out of its files, which are gone afterwards. */
@ApplicationScoped
class BrowserCapture implements PageCapture {
    private static final Duration DEADLINE = Duration.ofSeconds(40);
    /** A longer file is left out: it was written by a browser that has read a foreign page. */
    private static final long MOST_BYTES = 20L << 20;

    private final Captures captures;
    private final TaskLimits limits;
    private final Home home;

    BrowserCapture(Captures captures, TaskLimits limits, Home home) {
        this.captures = captures;
        this.limits = limits;
        this.home = home;
    }

    @Override
    public Result capture(TenantSlug tenant, WebAddress address, RunScope scope) {
        Path directory = home.run().resolve("analyses").resolve(scope.id().toString());
        SafeFiles.deleteTree(directory); // of an attempt that a former manager did not end
        try {
            CaptureRequest request = new CaptureRequest(tenant, address.uri(), directory);
            return switch (captures.capture(request, limits.of(Task.Purpose.CAPTURE, DEADLINE), scope)) {
                case CaptureResult.Failed failed -> new Result.Failed(failed.problem(), failed.detail());
                case CaptureResult.Captured captured -> taken(captured.snapshot(), directory);
            };
        } finally {
            SafeFiles.deleteTree(directory);
        }
    }

    private static Result taken(Snapshot snapshot, Path directory) {
        List<ScreenshotRow.Picture> pictures = new ArrayList<>();
        List<FoundLogo> logos = new ArrayList<>();
        try {
            for (Screenshot screenshot : snapshot.screenshots()) {
                bytes(directory, screenshot.file())
                        .ifPresent(png -> pictures.add(new ScreenshotRow.Picture(row(screenshot), png)));
            }
            for (Logo logo : snapshot.logos()) {
                if (!logo.file().isEmpty()) {
                    bytes(directory, logo.file())
                            .flatMap(file -> FoundLogo.of(logo.id(), file))
                            .ifPresent(logos::add);
                }
            }
        } catch (IOException e) {
            return new Result.Failed(CaptureProblem.NO_BROWSER, "The pictures cannot be read");
        }
        return new Result.Captured(snapshot, pictures, logos);
    }

    private static Optional<byte[]> bytes(Path directory, String name) throws IOException {
        Path file = directory.resolve(Path.of(name).getFileName());
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_BYTES
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    private static ScreenshotRow row(Screenshot screenshot) {
        return new ScreenshotRow(
                screenshot.part().name().toLowerCase(Locale.ROOT),
                screenshot.scheme().name().toLowerCase(Locale.ROOT),
                screenshot.width(),
                screenshot.height());
    }
}
