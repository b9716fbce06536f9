package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.extract.Choice;
import ai.nominate.tenantmgr.analysis.extract.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which swatch one of the two chose for a role. */
@Schema(name = "AnalysisChoice")
record ChoiceView(
        @Schema(
                description = "Who chose it",
                required = true,
                enumeration = {"local", "claude"})
        String source,

        @Schema(
                description = "Role in a theme",
                required = true,
                enumeration = {"primary", "secondary", "accent", "neutral", "background", "foreground"})
        String role,

        @Schema(description = "Id of the swatch", required = true, examples = "c0")
        String swatchId,

        @Schema(
                description =
                        "Confidence, 0 to 1. That of the local extractor is calibrated: of choices with 0.8, about 80 in 100 "
                                + "are right",
                required = true)
        double confidence,

        @Schema(description = "Ids of the evidence for it", required = true)
        List<String> evidence,

        @Schema(description = "Reason", required = true) String reason) {

    static List<ChoiceView> of(Source source, Map<Role, Choice> roles) {
        return roles.entrySet().stream()
                .map(entry -> of(source, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ChoiceView of(Source source, Role role, Choice choice) {
        String name = role.name().toLowerCase(Locale.ROOT);
        return new ChoiceView(source.id(), name, choice.id(), choice.confidence(), choice.evidence(), choice.reason());
    }
}
