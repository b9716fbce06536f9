package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.design.ContrastCheck;
import ai.nominate.tenantmgr.theme.design.Finding;
import ai.nominate.tenantmgr.theme.design.Theme;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether all pairs of colours of a theme can be read, by WCAG 2.2 AA. */
@Schema(name = "SuggestedContrast")
record ContrastView(
        @Schema(description = "Whether all pairs pass in light and dark", required = true)
        boolean passes,

        @Schema(description = "Number of pairs, light and dark together", required = true)
        int pairs,

        @Schema(description = "Number of pairs that do not pass", required = true)
        int failing,

        @Schema(description = "Lowest contrast of text on its ground", required = true)
        double lowestTextRatio) {

    static ContrastView of(Theme theme) {
        List<Finding> findings = ContrastCheck.of(theme);
        int failing =
                (int) findings.stream().filter(finding -> !finding.passes()).count();
        double lowest = findings.stream()
                .filter(finding -> finding.pair().required() > Contrast.SHAPE)
                .mapToDouble(Finding::ratio)
                .min()
                .orElseThrow();
        return new ContrastView(failing == 0, findings.size(), failing, lowest);
    }
}
