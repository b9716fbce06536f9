package ai.nominate.tenantmgr.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused sign-in is in the audit log with account and address, and never with a password. */
@QuarkusTest
class FailedSignInsTest {
    private final People.Person person = People.make("viewer");

    @Test
    void a_wrong_password_is_recorded_with_account_and_address() {
        People.login(Api.anonymous(), person.name(), "not-the-password").refuses(401, "auth.bad-credentials");

        assertThat(failures()).anySatisfy(entry -> {
            assertThat(entry.get("subject").textValue()).isEqualTo(person.name());
            assertThat(entry.get("actor").textValue()).isEqualTo("anonymous");
            assertThat(entry.get("address").textValue()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void a_password_typed_as_the_name_is_not_recorded() {
        String password = "Tr0ub4dor&3-" + UUID.randomUUID();
        People.login(Api.anonymous(), password, "x").refuses(401, "auth.bad-credentials");

        assertThat(Api.admin().get("/api/audit?size=50").expect(200).body()).doesNotContain(password);
        assertThat(failures())
                .anySatisfy(
                        entry -> assertThat(entry.get("subject").textValue()).isEqualTo("(not an account)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "administrator", "ada.lovelace", "ada@example.org"})
    void an_unknown_name_that_looks_like_one_is_recorded(String name) {
        assertThat(FailedSignIns.subject(name, null)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hunter2", "Passwort", "correct horse battery", "a\u202eb", "aaaaaaaaaaaaaaaaaaaaaaaaa", ""})
    void a_text_that_may_be_a_password_is_masked(String text) {
        assertThat(FailedSignIns.subject(text, null)).isEqualTo("(not an account)");
    }

    private static Stream<JsonNode> failures() {
        return StreamSupport.stream(
                Api.admin()
                        .get("/api/audit?size=50&action=auth.sign-in-failed")
                        .expect(200)
                        .at("items")
                        .spliterator(),
                false);
    }
}
