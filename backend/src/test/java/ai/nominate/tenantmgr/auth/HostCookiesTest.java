package ai.nominate.tenantmgr.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Over TLS a session has cookies that no other subdomain can set; those of an earlier version are exchanged. */
@QuarkusTest
class HostCookiesTest {
    private static final String ACCESS = "__Host-tm_access";
    private static final String REFRESH = "__Host-tm_refresh";

    private final AgroalDataSource database;
    private final People.Person person = People.make("viewer");
    private final Api browser =
            Api.anonymous().with("X-Forwarded-Proto", "https").with("X-Requested-With", "tenantmgr");

    HostCookiesTest(AgroalDataSource database) {
        this.database = database;
    }

    @Test
    void both_cookies_are_bound_to_the_host() {
        Answer session = People.login(browser, person.name(), People.PASSWORD).expect(200);

        for (String name : new String[] {ACCESS, REFRESH}) {
            assertThat(line(session, name))
                    .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/;")
                    .doesNotContain("Domain");
        }
        browser.with("Cookie", ACCESS + "=" + SignInTest.cookie(session, ACCESS))
                .get("/api/auth/me")
                .expect(200);
        Answer renewed =
                refresh(REFRESH + "=" + SignInTest.cookie(session, REFRESH)).expect(200);
        assertThat(SignInTest.cookie(renewed, REFRESH)).isNotEmpty();
    }

    @Test
    void a_cookie_that_another_subdomain_has_set_is_not_accepted() {
        Answer session = People.login(browser, person.name(), People.PASSWORD).expect(200);

        browser.with("Cookie", "tm_access=" + SignInTest.cookie(session, ACCESS))
                .get("/api/auth/me")
                .refuses(401, "request.unauthenticated");
        refresh("tm_refresh=" + SignInTest.cookie(session, REFRESH)).refuses(401, "auth.session-over");
        refresh(REFRESH + "=" + SignInTest.cookie(session, REFRESH)).expect(200);
    }

    @Test
    void a_cookie_of_an_earlier_version_is_exchanged_once() throws SQLException {
        Answer session = People.login(browser, person.name(), People.PASSWORD).expect(200);
        String old = SignInTest.cookie(session, REFRESH);
        markAsLegacy(old.substring(0, old.indexOf('.')));

        Answer exchanged = refresh("tm_refresh=" + old).expect(200);

        String next = SignInTest.cookie(exchanged, REFRESH);
        assertThat(line(exchanged, "tm_refresh")).contains("Max-Age=0", "Path=/api/auth");
        refresh("tm_refresh=" + next).refuses(401, "auth.session-over");
        refresh(REFRESH + "=" + next).expect(200);
    }

    @Test
    void signing_out_clears_the_cookies_of_both_names() {
        Answer session = People.login(browser, person.name(), People.PASSWORD).expect(200);

        Answer out = browser.with("Cookie", REFRESH + "=" + SignInTest.cookie(session, REFRESH) + "; tm_refresh=old")
                .send("POST", "/api/auth/logout", null)
                .expect(204);

        for (String name : new String[] {ACCESS, REFRESH, "tm_refresh"}) {
            assertThat(line(out, name)).contains("Max-Age=0");
        }
    }

    private Answer refresh(String cookie) {
        return browser.with("Cookie", cookie).send("POST", "/api/auth/refresh", null);
    }

    private static String line(Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst()
                .map(line -> line + ";")
                .orElse("");
    }

    private void markAsLegacy(String family) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute("update refresh_family set legacy_cookie = true where id = '" + family + "'");
        }
    }
}
