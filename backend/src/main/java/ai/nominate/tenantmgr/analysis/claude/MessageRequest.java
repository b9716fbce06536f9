package ai.nominate.tenantmgr.analysis.claude;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A request in the provider's format. There is neither a temperature nor top_k: newer models reject them.
 *
 * @param outputConfig null for an answer without a format
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageRequest(
        String model,
        @JsonProperty("max_tokens") int maxTokens,
        List<Block> system,
        List<Message> messages,
        @JsonProperty("output_config") OutputConfig outputConfig) {

    /** A part of a text or a message. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Block(
            String type,
            String text,
            Source source,
            @JsonProperty("cache_control") CacheControl cacheControl) {
        static Block text(String text) {
            return new Block("text", text, null, null);
        }

        /** A text that is the same in each request, so that the provider keeps what it made of it. */
        static Block cached(String text) {
            return new Block("text", text, null, new CacheControl("ephemeral"));
        }

        static Block image(Picture picture) {
            return new Block("image", null, new Source("base64", picture.mediaType(), picture.base64()), null);
        }
    }

    /** The data of an image. */
    public record Source(
            String type, @JsonProperty("media_type") String mediaType, String data) {}

    /** How long the provider keeps a part. */
    public record CacheControl(String type) {}

    /** What one side says. */
    public record Message(String role, List<Block> content) {}

    /** How thorough the answer is, and its format. */
    public record OutputConfig(String effort, Format format) {
        static OutputConfig json(JsonNode schema) {
            return new OutputConfig("medium", new Format("json_schema", schema));
        }
    }

    /** The schema of the answer. It never changes: the provider compiles each schema anew. */
    public record Format(String type, JsonNode schema) {}
}
