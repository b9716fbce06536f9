package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.export.ExportFile;
import ai.nominate.tenantmgr.web.export.ExportFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;

/** The manager's log as a file. */
@Path("/api/logs/export")
@Tag(name = "Logs", description = "The manager's log and its requests")
class LogExportResource {
    private final LogQuery query;
    private final LogExport export;
    private final Caller caller;

    LogExportResource(LogQuery query, LogExport export, Caller caller) {
        this.query = query;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.OPERATOR_NAME)
    @Produces(MediaType.APPLICATION_OCTET_STREAM) // NDJSON would get a line break after each chunk
    @Operation(
            operationId = "exportLogs",
            summary = "Export the manager's log and its requests as a file",
            description =
                    "All entries that match, oldest first, streamed, and compressed when the client accepts gzip. In CSV, a "
                            + "cell that a spreadsheet would take for a formula begins with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = "seq,at,level")
            })
    @APIResponse(responseCode = "404", description = "tenant.unknown: Tenant not found")
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    public RestMulti<byte[]> export(
            @BeanParam LogParameters parameters,
            @Parameter(
                            description = "Format of the file; default ndjson",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"ndjson", "csv"},
                                            defaultValue = "ndjson"))
                    @RestQuery
                    String format,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Parameter(hidden = true) String encodings) {
        ExportFile file = ExportFile.of("tenantmgr-log", ExportFormat.wanted(format), encodings);
        return RestMulti.fromUniResponse(
                query.filter(parameters.asked(), caller.actor()),
                filter -> export.bytes(file, filter),
                filter -> file.headers());
    }
}
