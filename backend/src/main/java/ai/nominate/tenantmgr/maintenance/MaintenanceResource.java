package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.web.Caller;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Endpoints of {@code make doctor} and {@code make rotate-key}. */
@Path("/api/maintenance")
@Tag(name = "Maintenance", description = "Consistency check and rotation of the secrets key")
class MaintenanceResource {
    private final OwnerClient owner;
    private final OwnServer own;
    private final Caller caller;

    MaintenanceResource(OwnerClient owner, OwnServer own, Caller caller) {
        this.owner = owner;
        this.own = own;
        this.caller = caller;
    }

    @GET
    @Path("/doctor")
    @RunOnVirtualThread
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "doctor",
            summary = "Check secrets, files, services, databases, NGINX and certificates against the database rows",
            description = "Read-only. Tenants with a running deployment are checked after it ends.")
    public DoctorView doctor() {
        actor();
        return owner.ask(own.id(), DoctorAnswer.QUESTION, new DoctorAnswer.Asked());
    }

    @POST
    @Path("/rotate-key")
    @RunOnVirtualThread
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "rotateKey",
            summary = "Rotate the key for secrets and re-encrypt all of them",
            description = "Without downtime. The next call resumes an interrupted rotation.")
    @APIResponse(
            responseCode = "200",
            description = "The key was rotated",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RotationView.class)))
    @APIResponse(responseCode = "409", description = "maintenance.under-way: A key rotation is already in progress")
    public RotationView rotateKey() {
        return owner.ask(own.id(), KeyRotationAnswer.QUESTION, new KeyRotationAnswer.Asked(actor()));
    }

    /** Refused to callers limited to some tenants, because findings name other tenants. */
    private Actor actor() {
        Actor actor = caller.actor();
        if (actor.tenants().isPresent()) {
            throw new ForbiddenException();
        }
        return actor;
    }
}
