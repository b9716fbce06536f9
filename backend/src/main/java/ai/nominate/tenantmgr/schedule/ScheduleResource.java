package ai.nominate.tenantmgr.schedule;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/schedules")
@Tag(name = "Schedules", description = "Work that is done again and again, with its last and next run")
class ScheduleResource {
    private static final String SEEN = " where $1::uuid[] is null or s.tenant_id = any($1)";
    private static final String COUNT = "select count(*) as total from schedule_run s" + SEEN;
    private static final String LIST = """
            select s.*, v.name as server from schedule_run s join server v on v.id = s.server_id""" + SEEN + """
             order by s.verdict in ('ok', 'waiting', 'running'), s.tenant_slug nulls first, s.title, s.id, s.server_id
            limit $2 offset $3""";

    private final Pool pool;
    private final Caller caller;

    ScheduleResource(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listSchedules",
            summary = "List the schedules, those with trouble first",
            description =
                    "The recurring work of each server's manager and the scheduled commands of its tenants. A run that did "
                            + "not begin, ended too fast, takes too long or failed is an alert.")
    public Uni<PageView<ScheduleView>> list(@RestQuery String page, @RestQuery String size) {
        PageRequest asked = PageRequest.of(page, size);
        UUID[] seen = seen(caller.actor());
        return pool.preparedQuery(COUNT)
                .execute(Tuple.tuple().addArrayOfUUID(seen))
                .map(rows -> rows.iterator().next().getLong("total"))
                .flatMap(total -> pool.preparedQuery(LIST)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(seen)
                                .addInteger(asked.size())
                                .addLong(asked.offset()))
                        .map(rows -> PageView.of(
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(ScheduleView::of)
                                        .toList(),
                                asked,
                                total)));
    }

    /** Null if the caller may access all tenants. */
    private static UUID[] seen(Actor actor) {
        return actor.tenants().map(ids -> ids.toArray(UUID[]::new)).orElse(null);
    }
}
