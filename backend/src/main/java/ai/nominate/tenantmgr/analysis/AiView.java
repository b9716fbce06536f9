package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.Stored.Contribution;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the AI provider contributed, and what it cost. */
@Schema(name = "AnalysisAi")
record AiView(
        @Schema(description = "Model that answered; null if none did")
        String model,

        @Schema(description = "Why there is no answer; null if there is one")
        String failure,

        @Schema(
                description = "Requests that were sent; 0 if the answer was kept from an equal question",
                required = true)
        int requests,

        @Schema(description = "Tokens of the question", required = true)
        long inputTokens,

        @Schema(description = "Tokens of the answer", required = true)
        long outputTokens,

        @Schema(description = "Tokens of the question that the provider stored for later", required = true)
        long cacheWriteTokens,

        @Schema(description = "Tokens of the question that the provider had stored", required = true)
        long cacheReadTokens) {

    static AiView of(Contribution contribution) {
        return new AiView(
                contribution.model(),
                contribution.failure() == null ? null : contribution.failure().sentence(),
                contribution.usage().requests(),
                contribution.usage().inputTokens(),
                contribution.usage().outputTokens(),
                contribution.usage().cacheWriteTokens(),
                contribution.usage().cacheReadTokens());
    }
}
