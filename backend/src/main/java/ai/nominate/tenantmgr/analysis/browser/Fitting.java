package ai.nominate.tenantmgr.analysis.browser;

import ai.nominate.tenantmgr.analysis.evidence.Look;
import ai.nominate.tenantmgr.analysis.evidence.Width;
import java.time.Duration;
import java.util.List;

/**
 * A tenant's page in a style sheet that nobody has saved: opened once, and photographed in each width and scheme. The page's scripts
 * go on, because a page may need them to follow its width.
 */
final class Fitting {
    private static final List<Width> WIDTHS = List.of(Width.DESKTOP, Width.PHONE);

    private final Tab tab;
    private final Pictures pictures;

    Fitting(Tab tab, Pictures pictures) {
        this.tab = tab;
        this.pictures = pictures;
    }

    /** @throws CaptureFailed if there is no page, or no picture of it at all */
    void run(String address, Duration loading) {
        tab.load(address, loading);
        int taken = 0;
        for (Width width : WIDTHS) {
            tab.resize(width);
            for (Look.Scheme scheme : Look.Scheme.values()) {
                tab.prefer(scheme);
                taken += pictures.take(width.file(scheme), width, height(width)) ? 1 : 0;
            }
        }
        if (taken == 0) {
            throw new CaptureFailed(ExitCode.TOO_HEAVY, "No picture of the page could be taken.");
        }
    }

    private int height(Width width) {
        return Math.clamp(tab.pageHeight(), width.height(), Width.TALLEST);
    }
}
