package ai.nominate.tenantmgr.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ConfigValue",
        description = "A value. Secret values are masked; a masked value that is sent back unchanged is kept")
public record ConfigValue(
        @Schema(description = "The value; null for a secret")
        String value,

        @Schema(description = "Whether the value is stored encrypted and never returned", required = true)
        boolean secret,

        @Schema(description = "Whether a value is set") Boolean isSet) {
    @JsonCreator
    public ConfigValue(
            @JsonProperty("value") String value,
            @JsonProperty("secret") boolean secret,
            @JsonProperty("isSet") Boolean isSet) {
        this.value = value;
        this.secret = secret;
        this.isSet = isSet;
    }

    /** A plain text, for callers that send just a string. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ConfigValue of(String text) {
        return new ConfigValue(text, true, null);
    }

    static ConfigValue hidden(boolean isSet) {
        return new ConfigValue(null, true, isSet);
    }

    boolean keepsSecret() {
        return value == null;
    }

    @Override
    public String toString() {
        return secret ? "•••" : String.valueOf(value);
    }
}
