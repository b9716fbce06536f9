package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.theme.design.Finding;
import ai.nominate.tenantmgr.theme.design.Repair;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The contrast of two colours that meet. */
@Schema(name = "Contrast")
public record ContrastView(
        @Schema(
                description = "The scheme",
                required = true,
                enumeration = {"light", "dark"})
        String scheme,

        @Schema(description = "The token in front, such as mutedForeground", required = true)
        String front,

        @Schema(description = "The token behind it, such as background", required = true)
        String ground,

        @Schema(description = "Ratio of WCAG 2, rounded down to two decimals", required = true, examples = "5.27")
        double ratio,

        @Schema(description = "The lowest ratio that passes: 4.5 for text, 3 for shapes", required = true)
        double required,

        @Schema(description = "Whether the ratio is high enough", required = true)
        boolean passes,

        @Schema(description = "Lc of APCA 0.98G, for information", required = true, examples = "68.5")
        double apca,

        @Schema(description = "The smallest change that repairs it; null if it passes")
        RepairView repair) {

    /** A change of one colour. */
    @Schema(name = "ContrastRepair")
    public record RepairView(
            @Schema(description = "The token to change", required = true)
            String token,

            @Schema(description = "Its colour", required = true)
            String from,

            @Schema(description = "The nearest colour that passes", required = true)
            String to,

            @Schema(description = "Their difference, ΔE2000", required = true, examples = "3.1")
            double difference) {

        static RepairView of(Repair repair) {
            return new RepairView(
                    repair.token().key(), repair.from().hex(), repair.to().hex(), rounded(repair.difference(), 10));
        }
    }

    public static ContrastView of(Finding finding) {
        return new ContrastView(
                finding.scheme().name().toLowerCase(Locale.ROOT),
                finding.pair().front().key(),
                finding.pair().ground().key(),
                Math.floor(finding.ratio() * 100) / 100,
                finding.pair().required(),
                finding.passes(),
                rounded(finding.apca(), 10),
                finding.repair().map(RepairView::of).orElse(null));
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
