package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.web.ETags;
import ai.nominate.tenantmgr.web.HasETag;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One setting as it stands. */
public record SettingView(
        @Schema(description = "Its name", required = true, examples = "deployment.watchTime")
        String key,

        @Schema(description = "What it belongs to", required = true, examples = "deployment")
        String group,

        @Schema(
                description = "What its value must be",
                required = true,
                enumeration = {"string", "int", "bool", "duration", "secret", "url", "path", "cron", "email"})
        String type,

        @Schema(description = "What it does", required = true)
        String description,

        @Schema(description = "Between which values it must lie; null when its type has no order")
        Bounds bounds,

        @Schema(
                name = "default",
                description =
                        "Its value when nobody set it, as the environment or else the product says; null when secret")
        @JsonProperty("default")
        String standard,

        @Schema(description = "Its value now; null when it is secret")
        String value,

        @Schema(description = "Whether somebody set it", required = true)
        boolean isSet,

        @Schema(description = "Whether its value is stored encrypted and never shown", required = true)
        boolean secret,

        @JsonIgnore @Schema(hidden = true) String tag)
        implements HasETag {

    /** @param stored null when nobody set it */
    static SettingView of(Setting<?> setting, String standard, StoredSetting stored) {
        return new SettingView(
                setting.key(),
                setting.group(),
                setting.type().id(),
                setting.description(),
                setting.bounds(),
                setting.isSecret() ? null : standard,
                setting.isSecret() ? null : stored == null ? standard : stored.value,
                stored != null,
                setting.isSecret(),
                tag(stored));
    }

    /** A secret is told from another by its ciphertext. */
    static String tag(StoredSetting stored) {
        return ETags.tag(stored != null, stored == null ? null : stored.value);
    }
}
