package ai.nominate.tenantmgr.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.ProductTestResource;
import ai.nominate.tenantmgr.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ProductTestResource.class)
public class SignInTest {
    @Test
    void a_program_gets_a_token_and_a_browser_two_cookies() {
        Answer session = signIn();

        assertThat(session.text("user/username")).isEqualTo("admin");
        assertThat(session.text("user/role")).isEqualTo("admin");
        assertThat(session.at("expiresInSeconds").intValue()).isEqualTo(900);
        assertThat(session.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Api.anonymous()
                        .with("Authorization", "Bearer " + session.text("accessToken"))
                        .get("/api/auth/me")
                        .expect(200)
                        .text("username"))
                .isEqualTo("admin");
        assertThat(cookieLine(session, "tm_access"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/;", "Max-Age=900")
                .doesNotContain("Secure");
        assertThat(cookieLine(session, "tm_refresh")).contains("HttpOnly", "SameSite=Strict", "Path=/api/auth;");
    }

    @Test
    void cookies_that_came_over_tls_go_back_over_tls_alone() {
        Answer session = Api.anonymous()
                .with("X-Forwarded-Proto", "https")
                .post("/api/auth/login", credentials("admin", password()));

        assertThat(cookieLine(session, "__Host-tm_access")).contains("Secure");
        assertThat(cookieLine(session, "__Host-tm_refresh")).contains("Secure");
    }

    @Test
    void an_unknown_user_and_a_wrong_password_get_the_same_answer() {
        Answer wrong = Api.anonymous().post("/api/auth/login", credentials("admin", "wrong"));
        Answer unknown = Api.anonymous().post("/api/auth/login", credentials("nobody", "wrong"));

        wrong.refuses(401, "auth.bad-credentials");
        assertThat(withoutInstance(unknown)).isEqualTo(withoutInstance(wrong));
        assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_password_of_more_than_72_bytes_is_wrong_and_never_cut_off() {
        Api.anonymous()
                .post("/api/auth/login", credentials("admin", password() + "x".repeat(60)))
                .refuses(401, "auth.bad-credentials");
    }

    @Test
    void missing_credentials_are_named() {
        Answer refused = Api.anonymous().post("/api/auth/login", "{}").refuses(400, "request.invalid");

        assertThat(refused.fields()).containsExactly("username", "password");
    }

    @Test
    void a_name_with_a_zero_byte_is_no_name() {
        Api.anonymous()
                .post("/api/auth/login", credentials("admin\0", password()))
                .refuses(400, "request.invalid");
    }

    @Test
    void a_refresh_token_is_good_once() {
        String first = cookie(signIn(), "tm_refresh");
        Answer renewed = refresh(first).expect(200);
        String second = cookie(renewed, "tm_refresh");

        assertThat(second).isNotEqualTo(first);
        refresh(second).expect(200);
    }

    @Test
    void a_refresh_token_that_is_used_again_ends_its_family() {
        String first = cookie(signIn(), "tm_refresh");
        String second = cookie(refresh(first).expect(200), "tm_refresh");
        TestClock.forward(Duration.ofSeconds(6));

        refresh(first).refuses(401, "auth.session-over");

        refresh(second).refuses(401, "auth.session-over");
    }

    @Test
    void a_refresh_token_of_two_exchanges_ago_ends_its_family_at_once() {
        String first = cookie(signIn(), "tm_refresh");
        String second = cookie(refresh(first).expect(200), "tm_refresh");
        String third = cookie(refresh(second).expect(200), "tm_refresh");

        refresh(first).refuses(401, "auth.session-over");

        refresh(third).refuses(401, "auth.session-over");
    }

    @Test
    void two_tabs_that_refresh_at_once_are_both_renewed_and_one_next_token_is_given() throws Exception {
        String first = cookie(signIn(), "tm_refresh");

        List<Answer> answers = atOnce(2, first);

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        List<String> next = answers.stream()
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .filter(line -> line.startsWith("tm_refresh="))
                .toList();
        assertThat(next).hasSize(1);
        refresh(value(next.getFirst())).expect(200);
    }

    @Test
    void a_third_use_of_a_refresh_token_ends_its_family_however_soon_it_comes() throws Exception {
        String first = cookie(signIn(), "tm_refresh");

        List<Answer> answers = atOnce(3, first);

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 200, 401);
        answers.stream()
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .filter(line -> line.startsWith("tm_refresh="))
                .filter(line -> !value(line).isEmpty())
                .forEach(line -> refresh(value(line)).refuses(401, "auth.session-over"));
    }

    private List<Answer> atOnce(int tabs, String token) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> tab = () -> refresh(token);
            return threads.invokeAll(Collections.nCopies(tabs, tab)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @Test
    void a_session_of_two_weeks_ago_is_over() {
        String token = cookie(signIn(), "tm_refresh");
        TestClock.forward(Duration.ofDays(15));

        refresh(token).refuses(401, "auth.session-over");
    }

    @Test
    void signing_out_ends_the_session_and_clears_the_cookies() {
        String token = cookie(signIn(), "tm_refresh");

        Answer out = browser().with("Cookie", "tm_refresh=" + token).send("POST", "/api/auth/logout", null);

        out.expect(204);
        assertThat(cookieLine(out, "tm_access")).contains("Max-Age=0");
        assertThat(cookieLine(out, "tm_refresh")).contains("Max-Age=0", "Path=/api/auth");
        refresh(token).refuses(401, "auth.session-over");
    }

    @Test
    void signing_out_needs_the_whole_token_and_not_only_its_family() {
        String token = cookie(signIn(), "tm_refresh");
        String guessed = token.substring(0, token.indexOf('.')) + ".guessed";

        browser()
                .with("Cookie", "tm_refresh=" + guessed)
                .send("POST", "/api/auth/logout", null)
                .expect(204);

        refresh(token).expect(200);
    }

    @Test
    void nonsense_instead_of_a_token_is_refused() {
        for (String token : List.of("nonsense", "a.b", "00000000-0000-0000-0000-000000000000.x", ".")) {
            refresh(token).refuses(401, "auth.session-over");
            Api.anonymous()
                    .with("Authorization", "Bearer " + token)
                    .get("/api/auth/me")
                    .refuses(401, "request.unauthenticated");
        }
        browser().send("POST", "/api/auth/refresh", null).refuses(401, "auth.session-over");
    }

    @Test
    void another_site_can_neither_renew_nor_end_a_session() {
        String token = cookie(signIn(), "tm_refresh");
        Api foreign = Api.anonymous().with("Cookie", "tm_refresh=" + token);

        for (String path : List.of("/api/auth/refresh", "/api/auth/logout")) {
            foreign.send("POST", path, null).refuses(403, "auth.cross-site");
            foreign.with("X-Requested-With", "x")
                    .with("Origin", "https://evil.example")
                    .send("POST", path, null)
                    .refuses(403, "request.cross-origin");
        }

        refresh(token).expect(200);
    }

    static Answer signIn() {
        return Api.anonymous()
                .post("/api/auth/login", credentials("admin", password()))
                .expect(200);
    }

    public static Api browser() {
        return Api.anonymous().with("X-Requested-With", "tenantmgr");
    }

    public static String cookie(Answer answer, String name) {
        return value(cookieLine(answer, name));
    }

    private static Answer refresh(String token) {
        return browser().with("Cookie", "tm_refresh=" + token).send("POST", "/api/auth/refresh", null);
    }

    private static String password() {
        return ConfigProvider.getConfig().getValue("tenantmgr.admin-password", String.class);
    }

    private static Map<String, String> credentials(String username, String password) {
        return Map.of("username", username, "password", password);
    }

    private static String cookieLine(Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                        .filter(line -> line.startsWith(name + "="))
                        .collect(Collectors.joining())
                + ";";
    }

    private static String value(String line) {
        return line.substring(line.indexOf('=') + 1, line.indexOf(';'));
    }

    private static String withoutInstance(Answer answer) {
        return answer.body().replace(answer.text("instance"), "");
    }
}
