package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.schedule.ScheduleChange;
import ai.nominate.tenantmgr.backup.schedule.ScheduleView;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/tenants/{id}")
@Tag(name = "Backups")
class TenantBackupResource {
    private final BackupRequests requests;
    private final Schedules schedules;
    private final Caller caller;

    TenantBackupResource(BackupRequests requests, Schedules schedules, Caller caller) {
        this.requests = requests;
        this.schedules = schedules;
        this.caller = caller;
    }

    @GET
    @Path("/backups")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "listTenantBackups", summary = "List the backups of a tenant, the newest first")
    public Uni<PageView<BackupView>> list(String id, @BeanParam BackupParameters parameters) {
        return requests.ofTenant(id, parameters, caller.actor());
    }

    @POST
    @Path("/backups")
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "createBackup",
            summary = "Take a backup of a tenant",
            description =
                    "Accepted at once and carried out by a run of kind backup, beside whatever else goes on, while the tenant serves: "
                            + "database, files, configuration and theme, encrypted for two keys and read back to its end before it counts.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedBackup.class)))
    @APIResponse(
            responseCode = "409",
            description = "backup.running: A backup of the tenant is being taken")
    public Uni<AcceptedBackup> create(String id) {
        return requests.take(id, caller.actor());
    }

    @GET
    @Path("/backup-schedule")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getBackupSchedule",
            summary = "Get when backups of a tenant are taken, and which are kept and why")
    public Uni<ScheduleView> schedule(String id) {
        return schedules.get(id, caller.actor());
    }

    @PUT
    @Path("/backup-schedule")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "putBackupSchedule",
            summary = "Set when backups of a tenant are taken, and which are kept",
            description =
                    "Once on each of its days, also when clocks change. A time that passed while no manager was there is made up for "
                            + "within 6 hours, once. What the retention no longer keeps is marked at once and removed after 72 hours; the "
                            + "newest backup, and the newest that is proven, are kept in any case.")
    @APIResponse(
            responseCode = "200",
            description = "The schedule",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScheduleView.class)))
    public Uni<ScheduleView> putSchedule(String id, ScheduleChange change) {
        return schedules.change(id, Body.required(change), caller.actor());
    }

    @POST
    @Path("/backup-schedule/preview")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "previewBackupSchedule",
            summary = "See what a schedule would keep, without changing anything")
    @APIResponse(
            responseCode = "200",
            description = "The schedule as it would be",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScheduleView.class)))
    public Uni<ScheduleView> preview(String id, ScheduleChange change) {
        return schedules.preview(id, Body.required(change), caller.actor());
    }
}
