package ai.nominate.tenantmgr.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.Secret;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {
    private static final String SETTING = "/api/settings/deployment.releasesKept";

    @Inject
    AgroalDataSource database;

    private final Api admin = Api.admin();

    @Test
    void a_change_tells_who_made_it_from_where_and_what_was_there_before() {
        admin.put(SETTING, Map.of("value", "6")).expect(200);
        Answer change = admin.with("X-Request-Id", "a-request-of-mine").put(SETTING, Map.of("value", "7"));
        assertThat(change.expect(200).header("X-Request-Id")).isEqualTo("a-request-of-mine");

        Answer entry = admin.get("/api/audit?action=setting.change&size=1").expect(200);

        assertThat(entry.text("items/0/subject")).isEqualTo("deployment.releasesKept");
        assertThat(entry.text("items/0/actor")).isEqualTo("some-admin");
        assertThat(entry.text("items/0/role")).isEqualTo("admin");
        assertThat(entry.text("items/0/address")).isEqualTo("127.0.0.1");
        assertThat(entry.text("items/0/requestId")).isEqualTo("a-request-of-mine");
        assertThat(entry.text("items/0/before/value")).isEqualTo("6");
        assertThat(entry.text("items/0/after/value")).isEqualTo("7");
        admin.put(SETTING, "{\"value\": null}").expect(200);
    }

    @Test
    void what_is_refused_changes_nothing_and_leaves_no_entry() {
        int before = total();
        admin.put(SETTING, Map.of("value", "many")).refuses(400, "request.invalid");
        Api.as(Role.OPERATOR).put(SETTING, Map.of("value", "6")).refuses(403, "request.forbidden");
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void an_entry_cannot_be_changed_or_deleted_by_anybody() {
        admin.put(SETTING, Map.of("value", "8")).expect(200);
        for (String statement : new String[] {"delete from audit_entry", "update audit_entry set actor = 'nobody'"}) {
            assertThatThrownBy(() -> execute(statement)).hasMessageContaining("the audit is never changed");
        }
        admin.put(SETTING, "{\"value\": null}").expect(200);
    }

    @Test
    void a_request_id_that_is_none_is_replaced() {
        Answer answer =
                admin.with("X-Request-Id", "two words").get("/api/audit").expect(200);
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void a_query_that_cannot_be_is_refused_by_name() {
        assertThat(admin.get("/api/audit?tenant=acme&from=yesterday&page=-1")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("page");
        assertThat(admin.get("/api/audit?tenant=acme&from=yesterday")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactlyInAnyOrder("tenant", "from");
    }

    @Test
    void a_secret_is_written_as_its_mask_and_only_what_differs_is_written() {
        Change change = Change.updated(
                "x.change",
                "x",
                null,
                Map.of("same", 1, "password", new Secret("hunter2")),
                Map.of("same", 1, "password", new Secret("hunter3")));

        assertThat(new StateJson().convertToDatabaseColumn(Map.copyOf(change.after())))
                .isEqualTo("{\"password\":\"•••\"}");
        assertThat(change.before()).containsOnlyKeys("password");
    }

    private int total() {
        return admin.get("/api/audit?size=1").expect(200).at("total").intValue();
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
