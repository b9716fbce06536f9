package ai.nominate.tenantmgr.analysis.claude;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** The answer of the model as it came: of the right form, and nothing more is known of it. */
record RawAnswer(
        @JsonProperty(required = true) Pick primary,
        @JsonProperty(required = true) Pick secondary,
        @JsonProperty(required = true) Pick accent,
        @JsonProperty(required = true) Pick neutral,
        @JsonProperty(required = true) Pick background,
        @JsonProperty(required = true) Pick foreground,
        @JsonProperty(required = true) String logoId,
        @JsonProperty(required = true) String headingFontId,
        @JsonProperty(required = true) String bodyFontId,
        @JsonProperty(required = true) String radius,
        @JsonProperty(required = true) String mood,
        @JsonProperty(required = true) List<Idea> suggestions,
        @JsonProperty(required = true) List<String> warnings) {
    private static final int LONGEST_TEXT = 20_000;

    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** @throws UnusableAnswer if it is not one JSON value of exactly this form */
    static RawAnswer parse(String json) throws UnusableAnswer {
        try {
            RawAnswer answer = STRICT.readValue(json, RawAnswer.class);
            if (answer == null) {
                throw new UnusableAnswer("null");
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new UnusableAnswer(
                    "not of the form asked for: " + e.getClass().getSimpleName());
        }
    }

    record Pick(
            @JsonProperty(required = true) String swatchId,
            @JsonProperty(required = true) double confidence,
            @JsonProperty(required = true) List<String> evidence,
            @JsonProperty(required = true) String reason) {}

    record Idea(
            @JsonProperty(required = true) String title,
            @JsonProperty(required = true) String primaryId,
            @JsonProperty(required = true) String secondaryId,
            @JsonProperty(required = true) String accentId,
            @JsonProperty(required = true) String neutralFamily,
            @JsonProperty(required = true) String rationale) {}
}
