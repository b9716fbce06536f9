package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.capture.CaptureProblem;
import ai.nominate.tenantmgr.analysis.claude.BrandQuestion;
import ai.nominate.tenantmgr.analysis.claude.Questions;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Suggestion;
import ai.nominate.tenantmgr.analysis.logo.FoundLogo;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A page that was captured before, in place of the browser and of the extractor. A path {@code /held} waits until it is released, and a
 * path {@code /missing} is no page.
 */
@Alternative
@Priority(1)
@Singleton
class FakeCapture implements PageCapture, LocalExtractor {
    private static final String LOGO = """
            <svg xmlns="http://www.w3.org/2000/svg" width="120" height="32"><script>alert(1)</script>
            <rect width="120" height="32" fill="#1d4ed8"/></svg>""";

    private final BrandQuestion page = Questions.plain();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();
    private final Semaphore released = new Semaphore(0);

    @Override
    public Result capture(TenantSlug tenant, WebAddress address, RunScope scope) {
        all.incrementAndGet();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            if (address.uri().getPath().equals("/held")) {
                released.acquire();
            }
            return address.uri().getPath().equals("/missing")
                    ? new Result.Failed(CaptureProblem.NOT_A_PAGE, "The address leads to a file")
                    : captured();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while captured");
        } finally {
            now.decrementAndGet();
        }
    }

    private Result captured() {
        byte[] png = page.screenshot();
        return new Result.Captured(
                page.snapshot(),
                List.of(
                        new ScreenshotRow.Picture(new ScreenshotRow("viewport", "light", 1440, 900), png),
                        new ScreenshotRow.Picture(new ScreenshotRow("page", "light", 1440, 2400), png)),
                FoundLogo.of("l0", LOGO.getBytes(StandardCharsets.UTF_8)).stream()
                        .toList());
    }

    @Override
    public Answer answer(Snapshot snapshot) {
        Answer local = page.local();
        Suggestion first = local.suggestions().getFirst();
        Suggestion other = suggestion(Suggestion.Kind.ALTERNATIVE, "Led by the accent", "c2", false, first);
        Suggestion dark = suggestion(Suggestion.Kind.DARK_FIRST, "Dark first", "c0", true, first);
        return new Answer(
                local.swatches(),
                local.roles(),
                local.neutralFamily(),
                local.logo(),
                local.headingFont(),
                local.bodyFont(),
                local.radius(),
                List.of(first, other, dark),
                local.notes());
    }

    private static Suggestion suggestion(
            Suggestion.Kind kind, String title, String primary, boolean isDark, Suggestion like) {
        return new Suggestion(
                kind, title, primary, "", "", like.neutralFamily(), isDark, 0.3, like.evidence(), like.reason());
    }

    void release(int captures) {
        released.release(captures);
    }

    /** How many go on now. */
    int now() {
        return now.get();
    }

    /** How many went on at once at most. */
    int most() {
        return most.get();
    }

    /** How many there were. */
    int all() {
        return all.get();
    }
}
