package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.logo.FoundLogo;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.List;

/** Opens a page and measures it. A browser in the product; tests bring evidence that was captured before. */
interface PageCapture {
    /** Blocks until the page is captured or the time is up. */
    Result capture(TenantSlug tenant, WebAddress address, RunScope scope);

    /** How it ended. */
    sealed interface Result {
        /** The evidence, the screenshots with their content, and the logos that can be used. */
        record Captured(Snapshot snapshot, List<ScreenshotRow.Picture> pictures, List<FoundLogo> logos)
                implements Result {}

        /** @param detail for people */
        record Failed(Problem problem, String detail) implements Result {}
    }
}
