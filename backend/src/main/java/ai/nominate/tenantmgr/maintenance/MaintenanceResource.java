package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
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

/** What {@code make doctor} and {@code make rotate-key} ask. */
@Path("/api/maintenance")
@Tag(name = "Maintenance", description = "Proving that all is as the rows say, and replacing the key for secrets")
class MaintenanceResource {
    private final Doctor doctor;
    private final KeyRotation rotation;
    private final Caller caller;

    MaintenanceResource(Doctor doctor, KeyRotation rotation, Caller caller) {
        this.doctor = doctor;
        this.rotation = rotation;
        this.caller = caller;
    }

    @GET
    @Path("/doctor")
    @RunOnVirtualThread
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "doctor",
            summary = "Prove that secrets, files, services, databases, NGINX and certificates are what the rows say",
            description = "Looks and changes nothing. A tenant that is being deployed is looked at afterwards.")
    public DoctorView doctor() {
        actor();
        return doctor.look();
    }

    @POST
    @Path("/rotate-key")
    @RunOnVirtualThread
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "rotateKey",
            summary = "Replace the key for secrets and encrypt all of them anew",
            description = "Everything goes on meanwhile. A change that was cut off is taken up by the next call.")
    @APIResponse(
            responseCode = "200",
            description = "The key was replaced",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RotationView.class)))
    @APIResponse(responseCode = "409", description = "maintenance.under-way: The key is being changed already")
    public RotationView rotateKey() {
        return rotation.rotate(actor());
    }

    /** Who may see some tenants only would be told of others here. */
    private Actor actor() {
        Actor actor = caller.actor();
        if (actor.tenants().isPresent()) {
            throw new ForbiddenException();
        }
        return actor;
    }
}
