package ai.nominate.tenantmgr.backup.overview;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tenants by their backups, with the real database. */
@QuarkusTest
class BackupOverviewTest {
    @Inject
    Pool pool;

    private final Api viewer = Api.as(Role.VIEWER);
    private final String there = "o" + UUID.randomUUID().toString().substring(0, 8);
    private final String gone = "g" + there;

    @BeforeEach
    void a_tenant_and_the_backup_of_a_deleted_one() {
        Api.as(Role.OPERATOR)
                .post("/api/tenants", Map.of("name", there, "slug", there, "domain", there + ".example"))
                .expect(201);
        run(
                "insert into backup (id, tenant_id, slug, server_id, run_id, state, reason, requested_by, created_at, storage,"
                        + " place) values (gen_random_uuid(), gen_random_uuid(), '" + gone
                        + "', 1, gen_random_uuid(), 'complete',"
                        + " 'before-delete', 'test', now(), 'local', 'nowhere')");
    }

    @AfterEach
    void remove() {
        run("delete from backup where slug = '" + gone + "'");
    }

    @Test
    void deleted_tenants_are_listed_if_they_are_asked_for_and_alone_if_that_is_asked_for() {
        assertThat(slugs("")).contains(there).doesNotContain(gone);
        assertThat(slugs("&deleted=true")).contains(there, gone);
        assertThat(slugs("&deleted=only")).contains(gone).doesNotContain(there);
    }

    private List<String> slugs(String filter) {
        return viewer.get("/api/backups/tenants?size=200&search=" + there + filter)
                .expect(200)
                .at("items")
                .findValuesAsText("slug");
    }

    private void run(String sql) {
        Reactive.await(() -> pool.query(sql).execute());
    }
}
