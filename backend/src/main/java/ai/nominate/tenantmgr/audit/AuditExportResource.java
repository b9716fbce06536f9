package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.export.ExportFile;
import ai.nominate.tenantmgr.web.export.ExportFormat;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit log as a file. */
@Path("/api/audit/export")
@Tag(name = "Audit", description = "Audit log of changes")
class AuditExportResource {
    private final Audit audit;
    private final AuditExport export;
    private final Caller caller;

    AuditExportResource(Audit audit, AuditExport export, Caller caller) {
        this.audit = audit;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.OPERATOR_NAME)
    @Produces(MediaType.APPLICATION_OCTET_STREAM) // NDJSON would get a line break after each chunk
    @Operation(
            operationId = "exportAudit",
            summary = "Export the audit log as a file",
            description =
                    "All entries that match, oldest first, streamed, and compressed when the client accepts gzip. In "
                            + "CSV, a cell that a spreadsheet would take for a formula begins with an apostrophe. The export itself "
                            + "is audited.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = "id,at,actor")
            })
    public RestMulti<byte[]> export(
            @BeanParam AuditParameters parameters,
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
        Actor actor = caller.actor();
        ExportFile file = ExportFile.of("tenantmgr-audit", ExportFormat.wanted(format), encodings);
        AuditQuery query = AuditQuery.of(null, null, parameters.asked(), actor);
        Change exported = Change.created(
                "audit.export",
                file.name(),
                null,
                Map.of("format", file.format().name()));
        return RestMulti.fromUniResponse(
                Panache.withTransaction(() -> audit.record(actor, exported)).replaceWith(query),
                wanted -> export.bytes(file, wanted),
                wanted -> file.headers());
    }
}
