package ai.nominate.tenantmgr.settings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A setting's new value; null puts the default back. */
@Schema(name = "SettingChange")
record SettingChange(
        @Schema(description = "The new value as text; null puts the default back", examples = "10s")
        String value) {}
