package ai.nominate.tenantmgr.settings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The inclusive bounds of a setting's value. */
@Schema(name = "SettingBounds")
public record SettingBounds(
        @Schema(description = "Minimum", required = true, examples = "1s")
        String min,

        @Schema(description = "Maximum", required = true, examples = "4h")
        String max) {}
