package ai.nominate.tenantmgr.nginx.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** NGINX has read its configuration anew. */
@Schema(name = "NginxReloaded")
record NginxReloadView(
        @Schema(description = "Number of the served generation", required = true)
        long generation) {}
