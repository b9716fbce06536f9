package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.logo.SelectedLogo;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.theme.ThemeView;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.contract.OpenApiContract;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/tenants/{id}/theme")
@Tag(name = "Theme")
class ThemeAnalysisResource {
    private final Analyses analyses;
    private final SuggestionSelection selection;
    private final Caller caller;

    ThemeAnalysisResource(Analyses analyses, SuggestionSelection selection, Caller caller) {
        this.analyses = analyses;
        this.selection = selection;
        this.caller = caller;
    }

    /** On a virtual thread, because the host is resolved. */
    @POST
    @Path("/analyze")
    @ResponseStatus(202)
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON) // without this, a record with one text field could be created from plain text
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "analyzeWebsite",
            summary = "Analyse a website and suggest themes",
            description =
                    "Accepted at once and carried out in the background, at most two at a time on each server; follow it at "
                            + "/api/analyses/{id}/events. The page is opened in a browser that reaches public addresses alone. With an API key, "
                            + "its screenshot and its measured colours are sent to the AI provider. 20 are allowed in 5 minutes.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedAnalysis.class)))
    @APIResponse(responseCode = "404", description = "tenant.unknown: Tenant not found")
    @APIResponse(responseCode = "409", description = "tenant.wrong-state: The tenant's state does not allow this")
    @APIResponse(
            responseCode = "422",
            description = "egress.not-reached: The address cannot be reached from this server")
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    public AcceptedAnalysis analyze(String id, NewAnalysis request) {
        return analyses.request(id, Body.required(request), caller.actor());
    }

    @GET
    @Path("/suggestions")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getThemeSuggestions",
            summary = "Get the suggestions of an analysis",
            description =
                    "Its colours are those that were measured on the page. A failure of the AI provider is not one of the "
                            + "analysis: the suggestions are then those of the local extractor, and note says why.",
            extensions =
                    @Extension(
                            name = OpenApiContract.REFUSAL,
                            value = "404 analysis.unknown: Analysis not found",
                            parseValue = false))
    public Uni<SuggestionsView> suggestions(
            String id,
            @Parameter(description = "The analysis; the tenant's newest one when absent") @RestQuery
                    String analysisId) {
        Actor actor = caller.actor();
        return Panache.withSession(() -> analyses.find(id, analysisId, actor)
                .flatMap(found -> ScreenshotRow.list(found.row().id)
                        .flatMap(screenshots -> SuggestionRow.of(found.row().id)
                                .map(suggestions ->
                                        SuggestionsView.of(found.run(), found.row(), screenshots, suggestions)))));
    }

    @POST
    @Path("/apply-suggestion")
    @Consumes(MediaType.APPLICATION_JSON) // without this, a record with one text field could be created from plain text
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "applySuggestion",
            summary = "Make a suggestion the tenant's theme",
            description =
                    "A new version of the theme, which visitors see within a second. The earlier version can be restored.")
    @APIResponse(
            responseCode = "200",
            description = "The theme",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThemeView.class)))
    @APIResponse(
            responseCode = "404",
            description = "tenant.unknown: Tenant not found\nanalysis.no-suggestion: Suggestion not found")
    @APIResponse(responseCode = "422", description = "theme.unreadable: Some colours cannot be read")
    public Uni<ThemeView> apply(String id, SelectedSuggestion request) {
        return selection.apply(id, Body.required(request).id(), caller.actor());
    }

    @POST
    @Path("/apply-logo")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "applyLogo",
            summary = "Make a logo that an analysis found the tenant's logo",
            description =
                    "A new version of the theme, which visitors see within a second. The colours stay. The earlier version can be restored.")
    @APIResponse(
            responseCode = "200",
            description = "The theme",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThemeView.class)))
    @APIResponse(
            responseCode = "404",
            description = "tenant.unknown: Tenant not found\nanalysis.unknown: Analysis not found\n"
                    + "analysis.no-logo: There is no such logo")
    public Uni<ThemeView> applyLogo(String id, SelectedLogo request) {
        SelectedLogo wanted = Body.required(request).checked();
        return selection.apply(id, wanted, caller.actor());
    }
}
