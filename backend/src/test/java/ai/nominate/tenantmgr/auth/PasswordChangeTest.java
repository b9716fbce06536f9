package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.Api;


import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PasswordChangeTest {
    private static final String NEW = "another horse battery";
    private final People.Person person = People.make("operator");

    @Test
    void every_other_session_and_token_ends_at_once_and_this_one_goes_on_anew() {
        Api other = person.signedIn();
        String refresh = SignInTest.cookie(person.login(), "tm_refresh");
        Api mine = person.signedIn();
        String token = mine.post("/api/tokens", Map.of("name", "ci", "role", "viewer"))
                .expect(201)
                .text("token");
        other.get("/api/auth/me").expect(200);
        People.bearer(token).get("/api/auth/me").expect(200);

        Answer changed = change(mine, People.PASSWORD, NEW).expect(200);

        other.get("/api/auth/me").refuses(401, "request.unauthenticated");
        mine.get("/api/auth/me").refuses(401, "request.unauthenticated");
        People.bearer(token).get("/api/auth/me").refuses(401, "request.unauthenticated");
        SignInTest.browser()
                .with("Cookie", "tm_refresh=" + refresh)
                .send("POST", "/api/auth/refresh", null)
                .refuses(401, "auth.session-over");
        People.bearer(changed.text("accessToken")).get("/api/auth/me").expect(200);
        assertThat(SignInTest.cookie(changed, "tm_access")).isEqualTo(changed.text("accessToken"));
        People.login(Api.anonymous(), person.name(), People.PASSWORD).refuses(401, "auth.bad-credentials");
        People.login(Api.anonymous(), person.name(), NEW).expect(200);
        assertThat(Api.admin().get("/api/audit?action=auth.password&size=1").text("items/0/subject"))
                .isEqualTo(person.name());
    }

    @Test
    void the_wrong_password_until_now_changes_nothing() {
        Api mine = person.signedIn();

        assertThat(change(mine, "a wrong password", NEW)
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("currentPassword");

        mine.get("/api/auth/me").expect(200);
        person.login();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "9 letters", "éééééééééééééééééééééééééééééééééééé+"})
    void what_is_too_short_or_has_more_than_72_bytes_is_refused_by_name(String password) {
        assertThat(change(person.signedIn(), People.PASSWORD, password)
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("newPassword");
    }

    @Test
    void all_of_72_bytes_count() {
        String longest = "x".repeat(71) + "1";
        change(person.signedIn(), People.PASSWORD, longest).expect(200);

        People.login(Api.anonymous(), person.name(), longest).expect(200);
        for (String other : new String[] {"x".repeat(71) + "2", longest + "3", "x".repeat(71)}) {
            People.login(Api.anonymous(), person.name(), other).refuses(401, "auth.bad-credentials");
        }
    }

    @Test
    void a_giant_password_is_refused_before_it_is_looked_at() {
        String giant = "x".repeat(900_000);
        assertThat(People.login(Api.anonymous(), person.name(), giant)
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("password");
        assertThat(change(person.signedIn(), "x".repeat(400_000), "x".repeat(400_000))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("currentPassword", "newPassword");
        People.login(Api.anonymous(), person.name(), giant + giant).refuses(413, "request.too-large");
    }

    private static Answer change(Api caller, String current, String wanted) {
        return caller.put("/api/auth/password", Map.of("currentPassword", current, "newPassword", wanted));
    }
}
