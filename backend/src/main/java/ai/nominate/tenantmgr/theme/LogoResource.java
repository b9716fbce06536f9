package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.theme.logo.Logo;
import ai.nominate.tenantmgr.theme.logo.LogoReader;
import ai.nominate.tenantmgr.web.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/tenants/{id}/theme/logo")
@Tag(name = "Theme")
class LogoResource {
    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";
    private static final String SVG = "image/svg+xml";

    private final TenantRegistry tenants;
    private final Themes themes;
    private final ThemeVersions versions;
    private final Vertx vertx;
    private final Caller caller;

    LogoResource(TenantRegistry tenants, Themes themes, ThemeVersions versions, Vertx vertx, Caller caller) {
        this.tenants = tenants;
        this.themes = themes;
        this.versions = versions;
        this.vertx = vertx;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @WithSession
    @Produces({PNG, SVG})
    @Operation(operationId = "getLogo", summary = "Get a tenant's logo as a file")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "theme.no-logo: The tenant has no logo of its own")
    public Uni<RestResponse<Buffer>> get(String id) {
        return tenants.get(id, caller.actor())
                .flatMap(versions::logo)
                .map(logo -> RestResponse.ResponseBuilder.ok(
                                Buffer.buffer(logo.content()),
                                MediaType.valueOf(logo.type().mediaType()))
                        .header("Cache-Control", "private, no-cache")
                        .build());
    }

    @POST
    @Consumes({PNG, JPEG, SVG})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "putLogo",
            summary = "Upload a tenant's logo",
            description =
                    "The file is the body: PNG, JPEG or SVG of at most 512 KiB and 4096 pixels a side. Pictures are "
                            + "written again as PNG; of drawings only what draws is kept. Visitors see it within a second.")
    @RequestBody(
            required = true,
            description = "The file",
            content = {
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The theme",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThemeView.class)))
    @APIResponse(responseCode = "413", description = "theme.logo-too-large: The logo is too large")
    @APIResponse(responseCode = "422", description = "theme.logo-unreadable: The file is not a usable picture")
    public Uni<ThemeView> put(String id, byte[] file) {
        Actor actor = caller.actor();
        return Panache.withSession(() -> tenants.get(id, actor))
                .flatMap(tenant -> vertx.executeBlocking(
                                () -> LogoReader.read(file == null ? new byte[0] : file), false)
                        .flatMap(logo -> change(id, logo, actor)));
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "deleteLogo",
            summary = "Remove a tenant's logo",
            description = "Creates a new version of the theme, with the application's own logo.")
    @APIResponse(
            responseCode = "200",
            description = "The theme",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThemeView.class)))
    public Uni<ThemeView> delete(String id) {
        return change(id, null, caller.actor());
    }

    private Uni<ThemeView> change(String id, Logo logo, Actor actor) {
        return Panache.withTransaction(
                () -> tenants.get(id, actor).flatMap(tenant -> themes.logo(tenant, logo, actor)));
    }
}
