package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import ai.nominate.tenantmgr.analysis.logo.FoundLogos;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Opens the page, measures it, and stores evidence and screenshots together. */
@Singleton
class Capture extends AnalysisStep {
    private final PageCapture pages;

    Capture(PageCapture pages) {
        super("capture", "Capture", 4000);
        this.pages = pages;
    }

    @Override
    StepResult run(AnalysisContext context, AnalysisRow row) {
        TenantSlug tenant = new TenantSlug(context.subject().name());
        return switch (pages.capture(tenant, WebAddress.of(row.url), context.scope())) {
            case PageCapture.Result.Failed failed -> new StepResult.Failed(failed.problem(), failed.detail());
            case PageCapture.Result.Captured captured -> stored(context, captured);
        };
    }

    private static StepResult stored(AnalysisContext context, PageCapture.Result.Captured captured) {
        Snapshot snapshot = captured.snapshot();
        String json = new String(SnapshotJson.write(snapshot), StandardCharsets.UTF_8);
        context.transaction(() -> ScreenshotRow.replace(context.run(), captured.pictures())
                .flatMap(done -> FoundLogos.replace(context.run(), captured.logos()))
                .flatMap(done -> AnalysisRow.update("snapshot = ?1 where id = ?2", json, context.run())));
        snapshot.notes().forEach(context::warn);
        return new StepResult.Done(snapshot.light().elements() + " elements measured, "
                + captured.pictures().size() + " screenshots");
    }
}
