package ai.nominate.tenantmgr.settings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Between which values a setting's lies, both allowed. */
@Schema(name = "SettingBounds")
public record Bounds(
        @Schema(description = "The least", required = true, examples = "1s")
        String min,

        @Schema(description = "The most", required = true, examples = "4h")
        String max) {}
