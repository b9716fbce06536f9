package ai.nominate.tenantmgr.backup.signer;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PrivatePaths;
import ai.nominate.tenantmgr.web.guard.LargeBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path(ImportResource.PATH)
@Tag(name = "Backups")
class ImportResource {
    static final String PATH = "/api/backups/import";

    private final BundleImport imports;
    private final Caller caller;

    ImportResource(BundleImport imports, Caller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @Produces
    @Singleton
    static LargeBody largeBody() {
        return new LargeBody(PATH);
    }

    /** The body is not read twice, so a repeated import is told by its id instead. */
    @Produces
    @Singleton
    static PrivatePaths notStored() {
        return new PrivatePaths() {
            @Override
            public List<String> notCached() {
                return List.of();
            }

            @Override
            public List<String> notStored() {
                return List.of(PATH);
            }
        };
    }

    @POST
    @Consumes("application/x-tar")
    @ResponseStatus(201)
    @RunOnVirtualThread
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "importBackup",
            summary = "Import a backup of another installation",
            description =
                    "The body is the tar archive that the download of a backup answers, of any size; it is streamed to"
                            + " disk. Its signer must be in the list of trusted ones, and it must be encrypted for this"
                            + " installation's verifier key. Signature, sizes, hashes and all parts are checked before"
                            + " there is a backup. It is held, so that no schedule removes it.")
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportedBackup.class)))
    @APIResponse(responseCode = "409", description = "backup.present: The backup is here already")
    @APIResponse(
            responseCode = "422",
            description = "backup.untrusted-signer: The backup was signed by an installation that is not trusted\n"
                    + "backup.truncated: The backup is incomplete\n"
                    + "backup.altered: The backup was altered or damaged\n"
                    + "backup.unsigned: The backup is not signed\n"
                    + "backup.wrong-key: The backup was encrypted for other keys\n"
                    + "backup.empty: The backup is empty\n"
                    + "backup.newer-format: The backup has a newer format\n"
                    + "backup.unsafe: The backup has files that lead out of it")
    @APIResponse(responseCode = "507", description = "backup.disk-full: Not enough free disk space")
    public ImportedBackup read(InputStream body) {
        Actor actor = caller.actor();
        return new ImportedBackup(imports.read(body, actor));
    }
}
