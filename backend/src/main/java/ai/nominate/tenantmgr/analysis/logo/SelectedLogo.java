package ai.nominate.tenantmgr.analysis.logo;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the logo to take. */
@Schema(name = "SelectedLogo")
public record SelectedLogo(
        @Schema(description = "Analysis id", required = true, format = "uuid")
        String analysisId,

        @Schema(description = "Its id within the analysis", required = true, examples = "l0")
        String logoId) {

    /** @throws ProblemException if a field is missing or no id */
    public SelectedLogo checked() {
        Fields fields = new Fields();
        fields.required("analysisId", analysisId, same -> same);
        fields.required("logoId", logoId, SelectedLogo::id);
        fields.throwIfInvalid();
        return this;
    }

    private static String id(String text) {
        if (!text.matches("l[0-9]{1,3}")) {
            throw new InvalidValue("must be the id of a logo, such as l0");
        }
        return text;
    }
}
