package ai.nominate.tenantmgr.nginx.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A configuration file with its text. */
@Schema(name = "NginxText")
record NginxTextView(
        @Schema(description = "Name", required = true, examples = "hosts.map")
        String name,

        @Schema(description = "Number of the served generation; null before the first")
        Long generation,

        @Schema(description = "The text, whole", required = true)
        String text) {}
