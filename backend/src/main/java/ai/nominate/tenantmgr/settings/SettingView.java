package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.web.ETags;
import ai.nominate.tenantmgr.web.Tagged;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One setting as it stands. */
public record SettingView(
        @Schema(description = "Its name", required = true, examples = "deployment.watchTime")
        String key,

        @Schema(description = "What it belongs to", required = true)
        String group,

        @Schema(description = "What its value must be", required = true)
        String type,

        @Schema(description = "What it does", required = true)
        String description,

        @Schema(name = "default", description = "Its value when nobody set it", required = true)
        @JsonProperty("default")
        String standard,

        @Schema(description = "Its value now; null when it is secret", required = true)
        String value,

        @Schema(description = "Whether somebody set it", required = true)
        boolean isSet,

        @Schema(description = "Whether its value is never shown", required = true)
        boolean secret)
        implements Tagged {
    @Override
    public String tag() {
        return ETags.tag(isSet, value);
    }

    /** @param stored null when nobody set it */
    static SettingView of(Setting<?> setting, String stored) {
        return new SettingView(
                setting.key(),
                setting.group(),
                setting.type().id(),
                setting.description(),
                setting.defaultText(),
                stored == null ? setting.defaultText() : stored,
                stored != null,
                false);
    }
}
