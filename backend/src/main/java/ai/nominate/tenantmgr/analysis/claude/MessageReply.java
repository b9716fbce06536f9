package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.kernel.Secret;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The body of a reply. Fields that it lacks, or has in another type, are empty. */
record MessageReply(JsonNode json) {
    private static final Pattern REQUEST = Pattern.compile("req_[A-Za-z0-9]{1,64}");
    private static final ObjectMapper JSON = new ObjectMapper();

    static final MessageReply EMPTY = new MessageReply(JSON.createObjectNode());

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(30)
                        .maxStringLength(1 << 20)
                        .build());
    }

    static MessageReply of(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return new MessageReply(json == null ? JSON.createObjectNode() : json);
        } catch (IOException e) {
            return new MessageReply(JSON.createObjectNode());
        }
    }

    String stopReason() {
        return json.path("stop_reason").asText("");
    }

    /** The first text; empty if there is none. */
    Optional<String> text() {
        for (JsonNode block : json.path("content")) {
            if (block.path("type").asText().equals("text") && block.path("text").isTextual()) {
                return Optional.of(block.path("text").asText());
            }
        }
        return Optional.empty();
    }

    Usage usage() {
        return new Usage(
                count("input_tokens"),
                count("output_tokens"),
                count("cache_creation_input_tokens"),
                count("cache_read_input_tokens"),
                1);
    }

    private long count(String field) {
        return Math.clamp(json.path("usage").path(field).asLong(0), 0, 10_000_000);
    }

    /** A monthly limit, which no waiting within an analysis outlasts. */
    boolean isSpendLimit() {
        return json.at("/error/details/error_code").asText().equals("enforced_spend_limit_reached")
                || json.at("/error/type").asText().equals("billing_error");
    }

    /** The provider's name of the request, to be quoted to its support. Anything else that stands there is left out. */
    String request(Secret key) {
        String id = json.path("request_id").asText("");
        return REQUEST.matcher(id).matches() && !id.contains(key.reveal()) ? id : "-";
    }
}
