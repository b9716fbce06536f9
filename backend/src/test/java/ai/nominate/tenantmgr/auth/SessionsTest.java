package ai.nominate.tenantmgr.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Users see where they are signed in and end single sessions; admins those of all users. */
@QuarkusTest
class SessionsTest {
    private final People.Person person = People.make("viewer");

    @Test
    void a_user_sees_the_own_sessions_with_address_and_program() {
        person.login();
        Api second = People.bearer(
                People.login(Api.anonymous().with("User-Agent", "curl/8 \u00fc"), person.name(), People.PASSWORD)
                        .expect(200)
                        .text("accessToken"));

        Answer listed = second.get("/api/sessions").expect(200);

        assertThat(listed.at("total").intValue()).isEqualTo(2);
        JsonNode newest = listed.at("items/0");
        assertThat(newest.get("user").textValue()).isEqualTo(person.name());
        assertThat(newest.get("current").booleanValue()).isTrue();
        assertThat(newest.get("address").textValue()).isEqualTo("127.0.0.1");
        assertThat(newest.get("userAgent").textValue()).startsWith("curl/8");
        assertThat(listed.at("items/1/current").booleanValue()).isFalse();
    }

    @Test
    void an_ended_session_is_refused_at_once_and_the_others_stay() {
        Api first = person.signedIn();
        Api second = person.signedIn();
        String id = current(first);

        second.send("DELETE", "/api/sessions/" + id, null).expect(204);

        first.get("/api/auth/me").refuses(401, "request.unauthenticated");
        second.get("/api/auth/me").expect(200);
        second.send("DELETE", "/api/sessions/" + id, null).refuses(404, "session.unknown");
    }

    @Test
    void another_user_s_session_is_unknown_except_to_an_admin() {
        Api own = person.signedIn();
        String id = current(own);
        Api other = People.make("operator").signedIn();

        other.send("DELETE", "/api/sessions/" + id, null).refuses(404, "session.unknown");
        assertThat(other.get("/api/sessions?size=200").expect(200).body()).doesNotContain(id);
        Api admin = People.make("admin").signedIn();
        assertThat(admin.get("/api/sessions?size=200").expect(200).body()).contains(id);

        admin.send("DELETE", "/api/sessions/" + id, null).expect(204);

        own.get("/api/auth/me").refuses(401, "request.unauthenticated");
    }

    @Test
    void an_id_that_is_none_is_unknown() {
        for (String id : List.of("nonsense", "00000000-0000-0000-0000-000000000000")) {
            person.signedIn().send("DELETE", "/api/sessions/" + id, null).refuses(404, "session.unknown");
        }
    }

    @Test
    void an_api_token_sees_no_sessions() {
        Api operator = People.make("operator").signedIn();
        String token = operator.post("/api/tokens", Map.of("name", "ci", "role", "viewer"))
                .expect(201)
                .text("token");

        People.bearer(token).get("/api/sessions").refuses(403, "auth.person-needed");
    }

    private static String current(Api api) {
        return StreamSupport.stream(
                        api.get("/api/sessions").expect(200).at("items").spliterator(), false)
                .filter(each -> each.get("current").booleanValue())
                .map(each -> each.get("id").textValue())
                .findFirst()
                .orElseThrow();
    }
}
