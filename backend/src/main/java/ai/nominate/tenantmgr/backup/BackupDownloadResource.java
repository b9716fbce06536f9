package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** A backup as a file. */
@Path("/api/backups/{id}/download")
@Tag(name = "Backups")
class BackupDownloadResource {
    private final BackupDownload download;
    private final Caller caller;

    BackupDownloadResource(BackupDownload download, Caller caller) {
        this.download = download;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.OPERATOR_NAME)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "downloadBackup",
            summary = "Download a backup",
            description =
                    "A tar archive of its files as they are stored: the manifest, its signature, and parts that only the recovery "
                            + "key and this installation can decrypt. Audited.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content =
                    @Content(
                            mediaType = "application/x-tar",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "backup.unknown: There is no such backup")
    @APIResponse(
            responseCode = "409",
            description =
                    "backup.not-complete: The backup has no files\nbackup.elsewhere: The files of the backup are on another server")
    public RestMulti<byte[]> download(String id) {
        return download.of(id, caller.actor());
    }
}
