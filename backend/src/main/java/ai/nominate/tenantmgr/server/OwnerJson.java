package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.ProblemType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** How managers write to each other. Lenient about what one of them does not know: they may be of different versions. */
@Singleton
class OwnerJson {
    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "code", "instance", "errors");
    private final ObjectMapper mapper;

    OwnerJson(ObjectMapper mapper) {
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T read(byte[] text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The refusal of another manager, to be told on as if it were this one's. */
    ProblemException problem(byte[] text) throws JsonProcessingException {
        JsonNode node = mapper.readTree(new String(text, java.nio.charset.StandardCharsets.UTF_8));
        if (!node.hasNonNull("code")) {
            throw new NotAProblem();
        }
        Problem problem = new RemoteProblem(new ProblemType(
                node.path("code").asText(),
                node.path("status").asInt(),
                node.path("title").asText()));
        ProblemException refused = new ProblemException(
                        problem, node.path("detail").asText())
                .withErrors(mapper.convertValue(
                        node.has("errors") ? node.path("errors") : mapper.createArrayNode(),
                        new TypeReference<List<FieldError>>() {}));
        for (var member : node.properties()) {
            if (!STANDARD.contains(member.getKey())) {
                refused = refused.with(member.getKey(), mapper.convertValue(member.getValue(), Object.class));
            }
        }
        return refused;
    }

    private record RemoteProblem(ProblemType type) implements Problem {}

    private static final class NotAProblem extends JsonProcessingException {
        NotAProblem() {
            super("not a problem");
        }
    }
}
