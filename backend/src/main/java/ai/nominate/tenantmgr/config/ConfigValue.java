package ai.nominate.tenantmgr.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A value as it is shown and sent. A secret that is sent back the way it was shown stays what it is.
 *
 * @param value null when it is secret
 */
@Schema(
        name = "ConfigValue",
        description = "A value; a secret one is never shown, and stays when it is sent back as it came")
public record ConfigValue(
        @Schema(description = "The value; null when it is secret")
        String value,

        @Schema(description = "Whether it is stored encrypted and never shown", required = true)
        boolean secret,

        @Schema(description = "Whether there is a value") Boolean isSet) {

    @JsonCreator
    public ConfigValue(
            @JsonProperty("value") String value,
            @JsonProperty("secret") boolean secret,
            @JsonProperty("isSet") Boolean isSet) {
        this.value = value;
        this.secret = secret;
        this.isSet = isSet;
    }

    /** A plain text, where a caller sends just that. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ConfigValue of(String text) {
        return new ConfigValue(text, true, null);
    }

    static ConfigValue hidden(boolean isSet) {
        return new ConfigValue(null, true, isSet);
    }

    boolean keeps() {
        return value == null;
    }

    @Override
    public String toString() {
        return secret ? "•••" : String.valueOf(value);
    }
}
