package ai.nominate.tenantmgr.settings;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A setting's new value. */
@Schema(name = "SettingChange")
record SettingChange(
        @Schema(
                description =
                        "The new value as text. Null puts the default back, unless a secret is sent back as it was shown",
                examples = "10s")
        @JsonDeserialize(using = ScalarText.class)
        String value,

        @Schema(description = "As it was shown: a secret with true here and no value stays what it is")
        Boolean isSet,

        @Schema(description = "As it was shown; changes nothing")
        Boolean secret) {

    /** Whether a secret comes back the way it was shown. */
    boolean keeps(Setting<?> setting) {
        return setting.isSecret() && value == null && Boolean.TRUE.equals(isSet);
    }
}
