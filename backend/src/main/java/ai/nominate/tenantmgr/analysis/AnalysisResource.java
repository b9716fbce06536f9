package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.logo.FoundLogos;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.run.RunLogAnswers;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import ai.nominate.tenantmgr.web.contract.OpenApiContract;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/api/analyses")
@DescribesId("Analysis id")
@Tag(name = "Theme", description = "The look of a tenant, and suggestions for it from a website")
class AnalysisResource {
    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";

    private final Analyses analyses;
    private final RunLogAnswers logs;
    private final Caller caller;

    AnalysisResource(Analyses analyses, RunLogAnswers logs, Caller caller) {
        this.analyses = analyses;
        this.logs = logs;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getAnalysis",
            summary = "Get an analysis with its evidence",
            description =
                    "For each colour: where it is painted, how much, and by which custom property. The choices of the local "
                            + "extractor and of the model stand side by side. Cancel it as any run, at /api/runs/{id}/cancel.",
            extensions =
                    @Extension(
                            name = OpenApiContract.REFUSAL,
                            value = "404 analysis.unknown: Analysis not found",
                            parseValue = false))
    public Uni<AnalysisView> get(String id) {
        Actor actor = caller.actor();
        return Panache.withSession(() -> analyses.find(id, actor)
                .flatMap(found -> ScreenshotRow.list(found.row().id)
                        .flatMap(screenshots -> FoundLogos.list(found.row().id)
                                .map(logos -> AnalysisView.of(found.run(), found.row(), screenshots, logos)))));
    }

    @GET
    @Path("/{id}/logos/{logo}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces({PNG, SVG})
    @Operation(
            operationId = "getAnalysisLogo",
            summary = "Get a logo that an analysis found",
            description = "As harmless as an uploaded logo: scripts and what loads something are left out.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "404",
            description = "analysis.unknown: Analysis not found\nanalysis.no-logo: There is no such logo")
    public Uni<RestResponse<Buffer>> logo(
            String id, @Parameter(description = "Its id within the analysis", example = "l0") @RestPath String logo) {
        Actor actor = caller.actor();
        return Panache.withSession(() -> analyses.run(id, actor)
                .flatMap(run -> FoundLogos.get(run.id(), logo))
                .map(found -> RestResponse.ResponseBuilder.ok(
                                Buffer.buffer(found.content()),
                                MediaType.valueOf(found.type().mediaType()))
                        .header("Cache-Control", "private, max-age=3600")
                        .build()));
    }

    @GET
    @Path("/{id}/screenshot")
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(PNG)
    @ResponseHeader(name = "Cache-Control", value = "private, max-age=3600")
    @Operation(operationId = "getAnalysisScreenshot", summary = "Get a screenshot of an analysis")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            content =
                    @Content(
                            mediaType = PNG,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "PNG"))
    @APIResponse(
            responseCode = "404",
            description = "analysis.unknown: Analysis not found\nanalysis.no-screenshot: There is no such screenshot")
    public Uni<byte[]> screenshot(
            String id,
            @Parameter(
                            description = "The first screen, or the page from its top",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"viewport", "page"},
                                            defaultValue = "viewport"))
                    @RestQuery
                    String part,
            @Parameter(
                            description = "Colour scheme",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"light", "dark"},
                                            defaultValue = "light"))
                    @RestQuery
                    String scheme) {
        Actor actor = caller.actor();
        Fields fields = new Fields();
        fields.optional("part", part, text -> oneOf(text, "viewport", "page"));
        fields.optional("scheme", scheme, text -> oneOf(text, "light", "dark"));
        fields.throwIfInvalid();
        return Panache.withSession(() -> analyses.run(id, actor)
                .flatMap(run -> ScreenshotRow.read(
                        run.id(), part == null ? "viewport" : part, scheme == null ? "light" : scheme))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        AnalysisProblem.NO_SCREENSHOT, "The answer of GET /api/analyses/{id} lists those there are")));
    }

    /** On a virtual thread, which may block. */
    @GET
    @Path("/{id}/events")
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "followAnalysis",
            summary = "Follow an analysis live",
            description =
                    "Server-sent events line, step, progress, gap and end, as of any run; resumes with Last-Event-ID.")
    @APIResponse(
            responseCode = "200",
            description = "The events, until the analysis ends",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            description =
                                                    "Events line, step, progress, gap and end; the event id of a line is its seq"),
                            example = "event: end"))
    @APIResponse(responseCode = "404", description = "analysis.unknown: Analysis not found")
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    @Blocking
    @RunOnVirtualThread
    public Multi<OutboundSseEvent> follow(
            String id,
            @Parameter(
                            description = "Begin after this line",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "0",
                                            maximum = "2147483647",
                                            defaultValue = "0"))
                    @RestQuery
                    String afterSeq,
            @Parameter(hidden = true) @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        return logs.follow(actor -> analyses.run(id, actor), afterSeq, lastEventId, sse);
    }

    private static String oneOf(String text, String... allowed) {
        if (!List.of(allowed).contains(text)) {
            throw new InvalidValue("must be one of " + String.join(", ", allowed));
        }
        return text;
    }
}
