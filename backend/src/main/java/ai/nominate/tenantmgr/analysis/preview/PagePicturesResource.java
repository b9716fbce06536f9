package ai.nominate.tenantmgr.analysis.preview;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.theme.ThemeChange;
import ai.nominate.tenantmgr.theme.design.Theme;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/tenants/{id}/theme/pictures")
@Tag(name = "Theme")
class PagePicturesResource {
    private final PagePreviews previews;
    private final Caller caller;

    PagePicturesResource(PagePreviews previews, Caller caller) {
        this.previews = previews;
        this.caller = caller;
    }

    /** On a virtual thread, because a browser is waited for. */
    @POST
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "pictureTheme",
            summary = "Show a tenant's page in a theme, without storing it",
            description =
                    "Opens the page that visitors see in a browser on the tenant's server, with the style sheet of this theme in "
                            + "place of the published one, and answers pictures of it. Usually takes up to 3 seconds, at most 50. Two "
                            + "browsers are open at once on each server, those of analyses included; one request at a time for each user.")
    @APIResponse(
            responseCode = "200",
            description = "The pictures",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PagePicturesView.class)))
    @APIResponse(responseCode = "404", description = "tenant.unknown: Tenant not found")
    @APIResponse(
            responseCode = "409",
            description = "tenant.wrong-state: The tenant's state does not allow this\n"
                    + "theme.no-css: The release names no style sheet for themes")
    @APIResponse(
            responseCode = "422",
            description = "analysis.not-reached: The page cannot be reached from this server\n"
                    + "analysis.not-a-page: The address does not lead to a page\n"
                    + "analysis.too-heavy: The page needs more memory, time or data than a capture may use")
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    @APIResponse(
            responseCode = "503",
            description = "analysis.no-browser: No page can be captured on this machine\n"
                    + "analysis.busy: All browsers of the server are in use\n"
                    + "server.away: The manager of this server is unavailable")
    public PagePicturesView show(
            String id,
            @Parameter(description = "Path of the page; the start page when absent", example = "/prices") @RestQuery
                    String path,
            ThemeChange change) {
        Theme theme = Theme.of(Body.required(change).checked());
        Fields fields = new Fields();
        PagePath page = fields.optional("path", path, PagePath::new);
        fields.throwIfInvalid();
        return previews.show(id, theme, page == null ? PagePath.START : page, caller.actor());
    }
}
