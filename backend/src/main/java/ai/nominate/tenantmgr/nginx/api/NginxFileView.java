package ai.nominate.tenantmgr.nginx.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A configuration file in the list. */
@Schema(name = "NginxFile")
record NginxFileView(
        @Schema(description = "Name", required = true, examples = "hosts.map")
        String name,

        @Schema(description = "What it contains", required = true)
        String description,

        @Schema(description = "Number of lines", required = true)
        int lines,

        @Schema(description = "Size", required = true) int sizeBytes) {
    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("nginx.conf", "Processes, server blocks, logs and limits"),
            Map.entry("http.conf", "What sites of tenants and the manager's pages share"),
            Map.entry("frontend.conf", "The NGINX of the manager's pages"),
            Map.entry("tenant.conf", "How requests to tenants are handled"),
            Map.entry("manager.conf", "How requests to the manager are handled"),
            Map.entry("hosts.map", "Host names and their tenants"),
            Map.entry("certs.map", "Host names and their certificates"),
            Map.entry("moved.map", "Host names that redirect, and where to"),
            Map.entry("slots.map", "Ports, releases and routes of each tenant's slots"),
            Map.entry("exact.map", "Routes of single paths"),
            Map.entry("theme.map", "Paths of theme files"));

    static NginxFileView of(String name, String text) {
        return new NginxFileView(
                name,
                DESCRIPTIONS.getOrDefault(name, "Routes of path prefixes"),
                (int) text.lines().count(),
                text.getBytes(StandardCharsets.UTF_8).length);
    }
}
