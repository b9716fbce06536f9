package ai.nominate.tenantmgr.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.settings.KeySet;
import ai.nominate.tenantmgr.settings.SecretBox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The address at which managers ask each other answers to a signature and to nothing else. */
@QuarkusTest
class OwnerResourceTest {
    private static final String QUESTION = "port.listening";
    private static final String BODY = "{\"first\":1,\"last\":65535}";

    @Inject
    ManagerInstance manager;

    @Inject
    SecretBox secrets;

    @Inject
    Clock clock;

    @Test
    void a_signed_question_is_answered() {
        ask(signature(QUESTION, BODY), QUESTION, BODY).expect(200);
    }

    @Test
    void a_request_without_a_signature_is_refused_whatever_the_role() {
        Api.anonymous().post("/internal/" + QUESTION, BODY).refuses(403, "server.unsigned");
        Api.as(Role.ADMIN).post("/internal/" + QUESTION, BODY).refuses(403, "server.unsigned");
        ask("", QUESTION, BODY).refuses(403, "server.unsigned");
        ask("1 2 3", QUESTION, BODY).refuses(403, "server.unsigned");
        ask("99999999999999999999 2 3", QUESTION, BODY).refuses(403, "server.unsigned");
    }

    @Test
    void an_unknown_question_is_refused_like_any_other_without_a_signature() {
        Api.anonymous().post("/internal/nothing", BODY).refuses(403, "server.unsigned");
        ask(signature("nothing", BODY), "nothing", BODY).refuses(404, "request.not-found");
    }

    @Test
    void a_signature_is_good_once() {
        String signed = signature(QUESTION, BODY);
        ask(signed, QUESTION, BODY).expect(200);

        ask(signed, QUESTION, BODY).refuses(403, "server.unsigned");
    }

    @Test
    void a_signature_is_good_for_its_question_its_body_and_its_manager_only() {
        ask(signature("port.holders", BODY), QUESTION, BODY).refuses(403, "server.unsigned");
        ask(signature(QUESTION, "{\"first\":2,\"last\":3}"), QUESTION, BODY).refuses(403, "server.unsigned");
        RequestSignature here = new RequestSignature(secrets, manager.id(), clock);
        String toAnother = here.sign(UUID.randomUUID(), QUESTION, bytes(BODY));
        ask(toAnother, QUESTION, BODY).refuses(403, "server.unsigned");
    }

    @Test
    void a_signature_of_another_installation_is_none() {
        SecretBox others = new SecretBox(KeySet.generate().text());
        String signed = new RequestSignature(others, manager.id(), clock).sign(manager.id(), QUESTION, bytes(BODY));

        ask(signed, QUESTION, BODY).refuses(403, "server.unsigned");
    }

    @Test
    void a_signature_of_two_minutes_ago_or_of_the_future_is_none() {
        for (int seconds : new int[] {-120, 120}) {
            Instant then = Instant.now(clock).plusSeconds(seconds);
            RequestSignature wrong = new RequestSignature(secrets, manager.id(), Clock.fixed(then, ZoneOffset.UTC));

            ask(wrong.sign(manager.id(), QUESTION, bytes(BODY)), QUESTION, BODY).refuses(403, "server.unsigned");
        }
    }

    @Test
    void the_contract_does_not_name_it() {
        assertThat(Api.anonymous().get("/q/openapi?format=json").expect(200).body())
                .doesNotContain("/internal");
    }

    private String signature(String question, String body) {
        return new RequestSignature(secrets, manager.id(), clock).sign(manager.id(), question, bytes(body));
    }

    private static Api.Answer ask(String signature, String question, String body) {
        return Api.anonymous().with(RequestSignature.HEADER, signature).post("/internal/" + question, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
