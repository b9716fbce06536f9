package ai.nominate.tenantmgr;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A deployment that stays active until it is ended, because its rows have no job. For tests of followers. */
public final class EndlessDeployment {
    private final AgroalDataSource database;
    private final UUID id = UUID.randomUUID();

    public EndlessDeployment(AgroalDataSource database) throws SQLException {
        this.database = database;
        String slug = slug();
        String tenant = Api.admin()
                .post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201)
                .text("id");
        execute("insert into run (id, subject_id, subject_name, server_id, kind, exclusive, status, epoch, actor)"
                + " select '%s', id, slug, 1, 'deploy', true, 'running', 1, 'a test' from tenant where id = '%s'"
                        .formatted(id, tenant));
        execute("insert into deployment (id, tenant_status_before) values ('%s', 'draft')".formatted(id));
        execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " values ('run', '%s', now() + interval '1 day', false, 1)"
                        .formatted(id)); // so that it is not executed
    }

    public UUID id() {
        return id;
    }

    /** The slug of its tenant. */
    public String slug() {
        return "e" + id.toString().substring(0, 8);
    }

    public void end() throws SQLException {
        execute("update run set status = 'cancelled' where id = '" + id + "'");
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
