package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the suggestion to apply. */
@Schema(name = "SelectedSuggestion")
record SelectedSuggestion(
        @Schema(description = "Suggestion id", required = true, format = "uuid")
        String suggestionId) {

    /** @throws ProblemException if it is no id */
    UUID id() {
        Fields fields = new Fields();
        UUID id = fields.required("suggestionId", suggestionId, SelectedSuggestion::uuid);
        fields.throwIfInvalid();
        return id;
    }

    private static UUID uuid(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new InvalidValue("must be the id of a suggestion");
        }
        return UUID.fromString(text);
    }
}
