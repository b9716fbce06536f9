package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Endpoints of {@code make doctor} and {@code make rotate-key}, and the directories that they look after. */
@Path("/api/maintenance")
@Tag(name = "Maintenance", description = "Consistency check, rotation of the secrets key, and directories")
class MaintenanceResource {
    private final OwnerClient owner;
    private final OwnServer own;
    private final Home home;
    private final Caller caller;

    MaintenanceResource(OwnerClient owner, OwnServer own, Home home, Caller caller) {
        this.owner = owner;
        this.own = own;
        this.home = home;
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

    @GET
    @Path("/paths")
    @RunOnVirtualThread
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "listSystemPaths",
            summary = "List the manager's directories with the free space of their disks",
            description = "They are set when the manager starts and cannot be changed here.")
    public PageView<PathView> paths() {
        actor();
        List<PathView> all = home.directories().entrySet().stream()
                .map(directory -> PathView.of(directory.getKey(), directory.getValue()))
                .toList();
        return PageView.of(all, new PageRequest(0, 200), all.size());
    }

    /** Refused to callers limited to some tenants, because findings name other tenants and paths are those of the server. */
    private Actor actor() {
        Actor actor = caller.actor();
        if (actor.tenants().isPresent()) {
            throw new ForbiddenException();
        }
        return actor;
    }
}
