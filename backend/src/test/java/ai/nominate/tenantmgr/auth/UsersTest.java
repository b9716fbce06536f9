package ai.nominate.tenantmgr.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UsersTest {
    @Inject
    AgroalDataSource database;

    private final Api admin = Api.admin();

    @Test
    void a_user_is_made_found_changed_and_removed_and_each_is_written_down() {
        People.Person person = People.make("viewer");
        String path = "/api/users/" + person.id();

        Answer made = admin.get(path).expect(200);
        assertThat(made.text("username")).isEqualTo(person.name());
        assertThat(made.text("role")).isEqualTo("viewer");
        assertThat(made.at("disabled").booleanValue()).isFalse();
        assertThat(made.at("lastSignInAt").isNull()).isTrue();
        assertThat(made.body()).doesNotContain("assword");
        person.login();
        assertThat(admin.get(path).text("lastSignInAt")).isNotNull();
        assertThat(admin.get("/api/users?size=200").expect(200).body()).contains(person.name());

        admin.put(path, Map.of("role", "operator", "password", "yet another password"))
                .expect(200);
        People.login(Api.anonymous(), person.name(), "yet another password").expect(200);
        admin.send("DELETE", path, null).expect(204);
        admin.get(path).refuses(404, "user.unknown");

        Answer changed = admin.get("/api/audit?action=user.change&size=1");
        assertThat(changed.text("items/0/before/role")).isEqualTo("viewer");
        assertThat(changed.text("items/0/after/role")).isEqualTo("operator");
        assertThat(changed.text("items/0/after/password")).isEqualTo("•••");
        assertThat(admin.get("/api/audit?action=user.delete&size=1").text("items/0/subject"))
                .isEqualTo(person.name());
    }

    @Test
    void what_is_no_user_is_refused_by_name() {
        assertThat(admin.post("/api/users", Map.of("username", "two words", "password", "short", "role", "root"))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("username", "password", "role");
        assertThat(admin.post("/api/users", Map.of("username", "ADMIN", "password", People.PASSWORD, "role", "viewer"))
                        .refuses(409, "user.name-taken")
                        .fields())
                .containsExactly("username");
        Answer assigned = admin.post(
                "/api/users",
                Map.of("username", "ada", "password", People.PASSWORD, "role", "viewer", "sessionEpoch", 7));
        assertThat(assigned.refuses(400, "request.invalid").fields()).containsExactly("sessionEpoch");
    }

    @Test
    void a_changed_role_ends_what_was_signed_in_with_the_old_one() {
        People.Person person = People.make("operator");
        Api session = person.signedIn();
        String token = session.post("/api/tokens", Map.of("name", "ci", "role", "operator"))
                .expect(201)
                .text("token");
        session.get("/api/tokens").expect(200);

        admin.put("/api/users/" + person.id(), Map.of("role", "viewer")).expect(200);

        session.get("/api/auth/me").refuses(401, "request.unauthenticated");
        People.bearer(token).get("/api/auth/me").refuses(401, "request.unauthenticated");
        person.signedIn().get("/api/tokens").refuses(403, "request.forbidden");
    }

    @Test
    void a_change_that_changes_nothing_ends_nothing() {
        People.Person person = People.make("operator");
        Api session = person.signedIn();

        admin.put("/api/users/" + person.id(), Map.of("role", "operator")).expect(200);

        session.get("/api/auth/me").expect(200);
    }

    @Test
    void a_disabled_user_is_out_and_cannot_come_in_with_the_same_answer_as_a_wrong_password() {
        People.Person person = People.make("viewer");
        Api session = person.signedIn();

        admin.put("/api/users/" + person.id(), Map.of("role", "viewer", "disabled", true))
                .expect(200);

        session.get("/api/auth/me").refuses(401, "request.unauthenticated");
        People.login(Api.anonymous(), person.name(), People.PASSWORD).refuses(401, "auth.bad-credentials");
        admin.put("/api/users/" + person.id(), Map.of("role", "viewer", "disabled", false))
                .expect(200);
        person.signedIn().get("/api/auth/me").expect(200);
    }

    @Test
    void a_hash_of_another_cost_is_made_anew_at_the_next_sign_in() throws SQLException {
        People.Person person = People.make("viewer");
        String ofPerson = " where username = '" + person.name() + "'";
        execute("update app_user set password_hash = '" + Passwords.hash(People.PASSWORD, 4) + "'" + ofPerson);

        person.login();

        assertThat(count("select split_part(password_hash, '$', 3)::int from app_user" + ofPerson))
                .isEqualTo(5);
        person.login();
    }

    @Test
    void a_deleted_user_is_signed_out_at_once() {
        People.Person person = People.make("admin");
        Api session = person.signedIn();
        session.get("/api/users").expect(200);

        admin.send("DELETE", "/api/users/" + person.id(), null).expect(204);

        session.get("/api/users").refuses(401, "request.unauthenticated");
    }

    @Test
    void when_two_admins_remove_or_demote_each_other_at_once_one_remains() throws Exception {
        for (int round = 0; round < 5; round++) {
            boolean removes = round % 2 == 0;
            People.Person one = People.make("admin");
            People.Person other = People.make("admin");
            Api asOne = one.signedIn();
            Api asOther = other.signedIn();
            String everybodyElse = "role = 'admin' and username not in ('%s', '%s') and not disabled"
                    .formatted(one.name(), other.name());
            execute("update app_user set disabled = true, role = 'admin' where " + everybodyElse);
            List<Integer> statuses;
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Answer>> calls =
                        List.of(() -> oust(asOne, other, removes), () -> oust(asOther, one, removes));
                statuses = both.invokeAll(calls).stream()
                        .map(Future::resultNow)
                        .map(Answer::status)
                        .toList();
                assertThat(count("select count(*) from app_user where role = 'admin' and not disabled"))
                        .as("%s", statuses)
                        .isEqualTo(1);
            } finally {
                execute("update app_user set disabled = false where role = 'admin'");
            }
            assertThat(statuses).containsAnyOf(200, 204).containsAnyOf(401, 409);
        }
    }

    @Test
    void the_last_admin_is_neither_removed_nor_demoted_nor_disabled() throws SQLException {
        People.Person last = People.make("admin");
        Api session = last.signedIn();
        String path = "/api/users/" + last.id();
        execute("update app_user set disabled = true where role = 'admin' and username <> '" + last.name() + "'");
        try {
            session.send("DELETE", path, null).refuses(409, "user.last-admin");
            session.put(path, Map.of("role", "operator")).refuses(409, "user.last-admin");
            session.put(path, Map.of("role", "admin", "disabled", true)).refuses(409, "user.last-admin");
            session.get(path).expect(200);
        } finally {
            execute("update app_user set disabled = false where role = 'admin'");
        }
    }

    @Test
    void an_operator_sees_no_users() {
        Api.as(Role.OPERATOR).get("/api/users").refuses(403, "request.forbidden");
    }

    private static Answer oust(Api caller, People.Person whom, boolean removes) {
        String path = "/api/users/" + whom.id();
        return removes ? caller.send("DELETE", path, null) : caller.put(path, Map.of("role", "viewer"));
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private int count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
