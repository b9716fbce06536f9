package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.claude.Advice;
import ai.nominate.tenantmgr.analysis.claude.AiFailure;
import ai.nominate.tenantmgr.analysis.claude.BrandChoice;
import ai.nominate.tenantmgr.analysis.claude.Usage;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/** Results of steps as JSON. What a later version does not know any more is ignored. */
final class Stored {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new ParameterNamesModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Stored() {}

    /**
     * What the provider contributed.
     *
     * @param choice null if there is none; then there is a failure
     */
    record Contribution(BrandChoice choice, String model, AiFailure failure, Usage usage) {
        static Contribution of(Advice advice) {
            return switch (advice) {
                case Advice.Given given -> new Contribution(given.choice(), given.model(), null, given.usage());
                case Advice.Missing missing -> new Contribution(null, null, missing.failure(), missing.usage());
            };
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Answer answer(String json) {
        return read(json, Answer.class);
    }

    static Contribution contribution(String json) {
        return read(json, Contribution.class);
    }

    static Card card(String json) {
        return read(json, Card.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }
}
