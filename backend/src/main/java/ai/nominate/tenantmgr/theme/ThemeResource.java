package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.theme.design.Theme;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.IfMatch;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/tenants/{id}/theme")
@Tag(name = "Theme", description = "Colours, fonts and logo of a tenant")
class ThemeResource {
    private final TenantRegistry tenants;
    private final Themes themes;
    private final ThemeVersions versions;
    private final Caller caller;

    ThemeResource(TenantRegistry tenants, Themes themes, ThemeVersions versions, Caller caller) {
        this.tenants = tenants;
        this.themes = themes;
        this.versions = versions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @WithSession
    @Operation(operationId = "getTheme", summary = "Get a tenant's theme with the contrast of its colours")
    public Uni<ThemeView> get(String id) {
        return tenants.get(id, caller.actor()).flatMap(themes::get);
    }

    @PUT
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "putTheme",
            summary = "Replace a tenant's theme",
            description =
                    "Creates a new version, which visitors see within a second. Scales and tokens follow from the "
                            + "palette; tokens that are given are kept. Pairs of colours that lack contrast are refused unless "
                            + "brandOverride is set. The logo stays.")
    @APIResponse(
            responseCode = "200",
            description = "The theme",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThemeView.class)))
    @APIResponse(responseCode = "422", description = "theme.unreadable: Some colours cannot be read")
    public Uni<ThemeView> put(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ThemeChange change) {
        Actor actor = caller.actor();
        IfMatch known = IfMatch.of(ifMatch);
        Theme theme = Theme.of(Body.required(change).checked());
        return Panache.withTransaction(
                () -> tenants.get(id, actor).flatMap(tenant -> themes.apply(tenant, theme, null, known, actor)));
    }

    @POST
    @Path("/preview")
    @RolesAllowed(Role.VIEWER_NAME)
    @WithSession
    @Operation(
            operationId = "previewTheme",
            summary = "Derive a theme and the contrast of its colours, without storing it")
    @APIResponse(
            responseCode = "200",
            description = "The theme",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThemePreview.class)))
    public Uni<ThemePreview> preview(String id, ThemeChange change) {
        Theme theme = Theme.of(Body.required(change).checked());
        return tenants.get(id, caller.actor()).map(tenant -> ThemePreview.of(theme));
    }

    @GET
    @Path("/versions")
    @RolesAllowed(Role.VIEWER_NAME)
    @WithSession
    @Operation(operationId = "listThemeVersions", summary = "List the versions of a tenant's theme, newest first")
    public Uni<PageView<ThemeVersion>> versions(String id, @RestQuery String page, @RestQuery String size) {
        PageRequest request = PageRequest.of(page, size);
        return tenants.get(id, caller.actor()).flatMap(tenant -> versions.list(tenant, request));
    }

    @POST
    @Path("/versions/{version}/restore")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "restoreThemeVersion",
            summary = "Restore an earlier version of a tenant's theme",
            description = "Creates a new version with its colours, fonts and logo; version 0 is the application's own "
                    + "look. Visitors see it within a second.")
    @APIResponse(
            responseCode = "200",
            description = "The theme",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThemeView.class)))
    public Uni<ThemeView> restore(
            String id, @Parameter(description = "The version, from 0", example = "3") @RestPath String version) {
        Actor actor = caller.actor();
        return Panache.withTransaction(() ->
                tenants.get(id, actor).flatMap(tenant -> themes.restore(tenant, ThemeVersions.number(version), actor)));
    }
}
