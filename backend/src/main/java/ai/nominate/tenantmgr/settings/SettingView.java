package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.web.ETags;
import ai.nominate.tenantmgr.web.HasETag;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One setting and its value. */
public record SettingView(
        @Schema(description = "Name", required = true, examples = "deployment.watchTime")
        String key,

        @Schema(description = "Group", required = true, examples = "deployment")
        String group,

        @Schema(
                description = "Type",
                required = true,
                enumeration = {"string", "int", "bool", "duration", "secret", "url", "path", "cron", "email"})
        String type,

        @Schema(description = "Description", required = true)
        String description,

        @Schema(description = "Allowed range; null if the type has none")
        SettingBounds bounds,

        @Schema(name = "default", description = "Default value, from the environment or the product; null for a secret")
        @JsonProperty("default")
        String defaultValue,

        @Schema(description = "Current value; null for a secret")
        String value,

        @Schema(description = "Whether the value was set explicitly", required = true)
        boolean isSet,

        @Schema(description = "Whether the value is stored encrypted and never returned", required = true)
        boolean secret,

        @Schema(description = "Whether the value can be tested, with POST /api/settings/{key}/test", required = true)
        boolean testable,

        @JsonIgnore @Schema(hidden = true) String tag)
        implements HasETag {

    /** @param stored null if the default applies */
    static SettingView of(Setting<?> setting, String defaultValue, StoredSetting stored, boolean testable) {
        return new SettingView(
                setting.key(),
                setting.group(),
                setting.type().id(),
                setting.description(),
                setting.bounds(),
                setting.isSecret() ? null : defaultValue,
                setting.isSecret() ? null : stored == null ? defaultValue : stored.value,
                stored != null,
                setting.isSecret(),
                testable,
                tag(stored));
    }

    /** The ciphertext distinguishes secrets without revealing them. */
    static String tag(StoredSetting stored) {
        return ETags.tag(stored != null, stored == null ? null : stored.value);
    }
}
