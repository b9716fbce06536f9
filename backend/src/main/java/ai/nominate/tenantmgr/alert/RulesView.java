package ai.nominate.tenantmgr.alert;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All rules, and what rules can choose from. */
@Schema(name = "AlertRules")
record RulesView(
        @Schema(description = "The rules by name", required = true)
        List<RuleView> items,

        @Schema(description = "The kinds of alerts", required = true)
        List<Kind> kinds) {

    @Schema(name = "AlertKind")
    record Kind(
            @Schema(description = "Name, for rules", required = true, examples = "health")
            String id,

            @Schema(description = "What it is about", required = true, examples = "Health of tenants")
            String title) {}
}
