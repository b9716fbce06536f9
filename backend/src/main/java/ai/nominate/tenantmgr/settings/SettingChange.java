package ai.nominate.tenantmgr.settings;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The new value of a setting; {@code value} is null if the request has none at all. */
@Schema(name = "SettingChange")
record SettingChange(
        @Schema(
                description = "The new value as text. Null restores the default, except for a masked secret that is "
                        + "sent back unchanged",
                required = true,
                nullable = true,
                implementation = String.class,
                examples = "10s")
        @JsonDeserialize(using = ScalarAsText.class)
        Optional<String> value,

        @Schema(description = "As returned by GET: true on a secret without a value keeps the secret")
        Boolean isSet,

        @Schema(description = "As returned by GET; ignored") Boolean secret) {

    /** Whether a masked secret is sent back unchanged. */
    boolean keepsSecret(Setting<?> setting) {
        return setting.isSecret() && value.isEmpty() && Boolean.TRUE.equals(isSet);
    }
}
