package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.evidence.Box;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.extract.Swatch;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A colour of the page, with the evidence for it. */
@Schema(name = "AnalysisSwatch")
record SwatchView(
        @Schema(description = "Id, to which choices refer", required = true, examples = "c0")
        String id,

        @Schema(description = "Colour as measured", required = true, examples = "#1d4ed8")
        String hex,

        @Schema(description = "Name for people", required = true, examples = "vivid blue")
        String name,

        @Schema(description = "All measured colours that look like it, itself first", required = true)
        List<String> members,

        @Schema(description = "Where it is painted, the largest first", required = true)
        List<UseView> uses,

        @Schema(
                description = "What the page declares in this colour: theme-color, or the name of a custom property",
                required = true)
        List<String> declared,

        @Schema(description = "Whether the chosen logo has it", required = true)
        boolean inLogo,

        @Schema(
                description = "Probability that it is the primary colour, by the local extractor, 0 to 1",
                required = true)
        double primaryProbability) {

    static SwatchView of(Swatch swatch) {
        return new SwatchView(
                swatch.id(),
                swatch.hex().value(),
                swatch.name(),
                swatch.members().stream().map(Hex::value).toList(),
                swatch.uses().stream().map(UseView::of).toList(),
                swatch.declared(),
                swatch.inLogo(),
                swatch.primaryProbability());
    }

    /** One kind of place. */
    @Schema(name = "AnalysisUse")
    record UseView(
            @Schema(description = "Id, which reasons cite", required = true, examples = "c0.button")
            String id,

            @Schema(description = "On what", required = true, examples = "button")
            String kind,

            @Schema(description = "Number of elements", required = true)
            int count,

            @Schema(
                    description = "Painted area as a share of the first screen; more than 1 on a long page",
                    required = true)
            double share,

            @Schema(description = "Largest elements on the screenshot of the page", required = true)
            List<BoxView> boxes,

            @Schema(description = "Selector of the largest element", required = true, examples = "a.button")
            String selector,

            @Schema(description = "Custom properties that it was declared by", required = true)
            List<String> properties) {
        static UseView of(Swatch.Use use) {
            return new UseView(
                    use.id(),
                    use.kind().word(),
                    use.count(),
                    use.share(),
                    use.boxes().stream().map(BoxView::of).toList(),
                    use.selector(),
                    use.properties());
        }
    }

    /** A rectangle on the screenshot. */
    @Schema(name = "AnalysisBox")
    record BoxView(
            @Schema(description = "Pixels from the left edge", required = true)
            int xPx,

            @Schema(description = "Pixels from the top of the page", required = true)
            int yPx,

            @Schema(description = "Width in pixels", required = true)
            int widthPx,

            @Schema(description = "Height in pixels", required = true)
            int heightPx) {
        static BoxView of(Box box) {
            return new BoxView(box.x(), box.y(), box.width(), box.height());
        }
    }
}
