package ai.nominate.tenantmgr.settings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a test. A setting that does not work is a result, not a refusal of the request. */
@Schema(name = "SettingTest")
record SettingTestView(
        @Schema(description = "Name of the setting", required = true, examples = "ai.apiKey")
        String key,

        @Schema(description = "Whether it can be used as it is", required = true)
        boolean works,

        @Schema(
                description = "What was found out",
                required = true,
                examples = "The key is accepted, and the model claude-sonnet-5 answers")
        String detail,

        @Schema(description = "Duration of the test in milliseconds", required = true)
        long durationMs) {}
