package ai.nominate.tenantmgr.tenantapi;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Fields of a tenant that somebody is typing, each in any state. */
@Schema(name = "TenantCheck")
record TenantCheckRequest(
        @Schema(description = "Slug", examples = "acme") String slug,

        @Schema(description = "Public domain", examples = "shop.acme.example")
        String domain,

        @Schema(description = "Additional host names, at most 100")
        List<String> aliases,

        @Schema(description = "Port pair") TenantRequest.Ports ports,

        @Schema(
                description =
                        "Source of the core application. Given only when it is to be looked at: 10 times a minute")
        TenantRequest.SourceView source,

        @Schema(
                description =
                        "Whether to look at the source of tenants that have none of their own, the setting core.source. "
                                + "The answer is in source, and counts as a look")
        Boolean core) {}
