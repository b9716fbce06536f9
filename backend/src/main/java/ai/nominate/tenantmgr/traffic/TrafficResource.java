package ai.nominate.tenantmgr.traffic;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.series.HistoryQuery;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/tenants/{id}/traffic")
@DescribesId("Tenant id or slug")
@Tag(name = "Traffic", description = "Requests of visitors to a tenant over time")
class TrafficResource {
    private final TenantRegistry tenants;
    private final TrafficReader reader;
    private final Caller caller;
    private final Clock clock;

    TrafficResource(TenantRegistry tenants, TrafficReader reader, Caller caller, Clock clock) {
        this.tenants = tenants;
        this.reader = reader;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getTraffic",
            summary = "Get the requests to a tenant over time",
            description =
                    "Counted by NGINX, some seconds after each minute; the manager's own probes are left out. Minutes are kept "
                            + "for some days, hours for longer (settings traffic.minuteDays, traffic.hourDays); steps of 1h and 1d are made "
                            + "of hours. At most 750 steps.")
    public Uni<TrafficView> get(
            String id,
            @Parameter(
                            description = "From this time, inclusive; default: 24 hours before the end",
                            example = "2026-03-01T12:00:00Z")
                    @RestQuery
                    String from,
            @Parameter(description = "Until this time, exclusive; default: now", example = "2026-03-02T12:00:00Z")
                    @RestQuery
                    String to,
            @Parameter(
                            description =
                                    "Length of a step: 1m, 5m, 1h or 1d; default: the shortest that gives at most "
                                            + "300 steps",
                            example = "5m")
                    @RestQuery
                    String resolution) {
        HistoryQuery query = HistoryQuery.of(from, to, resolution, clock.instant());
        return Panache.withSession(() -> tenants.get(id, caller.actor()))
                .flatMap(tenant -> reader.read(tenant.id(), query));
    }
}
