package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.kernel.OwnServer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The servers with their managers, and the facts of this manager. */
@ApplicationScoped
class Machines {
    private static final String SERVERS = """
            select s.id, s.name, s.lease_until > clock_timestamp() as held, s.version, s.started_at,
                   (select count(*) from tenant t where t.server_id = s.id) as tenants
            from server s order by s.id""";

    private final Pool pool;
    private final OwnServer own;
    private final String version;

    Machines(Pool pool, OwnServer own, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.pool = pool;
        this.own = own;
        this.version = version;
    }

    Uni<List<OverviewView.Server>> servers() {
        return pool.preparedQuery(SERVERS)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::server)
                        .toList());
    }

    private OverviewView.Server server(Row row) {
        OffsetDateTime started = row.getOffsetDateTime("started_at");
        return new OverviewView.Server(
                row.getString("name"),
                row.getShort("id") == own.id(),
                Boolean.TRUE.equals(row.getBoolean("held")),
                row.getString("version"),
                started == null ? null : started.toInstant(),
                row.getLong("tenants"));
    }

    Uni<OverviewView.Facts> facts() {
        return pool.preparedQuery("select current_setting('server_version') as version")
                .execute()
                .map(rows -> new OverviewView.Facts(
                        version,
                        Runtime.version().toString(),
                        rows.iterator().next().getString("version"),
                        Runtime.getRuntime().availableProcessors()));
    }
}
