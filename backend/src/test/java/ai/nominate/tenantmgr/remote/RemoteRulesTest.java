package ai.nominate.tenantmgr.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which applications are asked and understood. */
class RemoteRulesTest {
    private static final UUID ONE = new UUID(1, 1);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Circuits circuits = new Circuits(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void after_three_failures_in_a_row_there_is_a_pause_and_then_one_attempt() {
        fails(Circuits.FAILURES - 1);
        assertThat(circuits.pause(ONE, "r1 a")).isEmpty();
        fails(1);
        assertThat(circuits.pause(ONE, "r1 a")).contains(Circuits.PAUSE);

        now = now.plus(Circuits.PAUSE);
        assertThat(circuits.pause(ONE, "r1 a")).as("the one who tries").isEmpty();
        assertThat(circuits.pause(ONE, "r1 a")).as("everybody else").contains(Circuits.PAUSE);
        fails(1);
        now = now.plus(Duration.ofSeconds(10));
        assertThat(circuits.pause(ONE, "r1 a")).contains(Circuits.PAUSE.minusSeconds(10));
    }

    @Test
    void an_answer_or_another_release_closes_the_circuit() {
        fails(Circuits.FAILURES);
        assertThat(circuits.pause(ONE, "r2 b")).isEmpty();
        assertThat(circuits.pause(new UUID(2, 2), "r1 a")).as("another tenant").isEmpty();
        circuits.answered(ONE);
        assertThat(circuits.pause(ONE, "r1 a")).isEmpty();
        fails(Circuits.FAILURES - 1);
        assertThat(circuits.pause(ONE, "r1 a")).isEmpty();
    }

    private void fails(int times) {
        for (int time = 0; time < times; time++) {
            circuits.failed(ONE, "r1 a");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    7                | 7
                    {"count": 0}     | 0
                    {"count": 12345678901} | 12345678901
                    """)
    void a_number_of_persons_is_a_number_or_an_object_with_one(String body, String count) {
        assertThat(AnswerForm.persons(bytes(body), "/n")).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-1", "1.5", "{}", "'\"7\"'", "1 2", "''", "[1]", "1e30", "{\"count\": null}"})
    void anything_else_is_none(String body) {
        assertThatThrownBy(() -> AnswerForm.persons(bytes(body), "/n")).hasMessageContaining("/n must answer with");
    }

    @Test
    void secrets_are_masked_in_names_texts_and_numbers_of_statistics() {
        SecretMatcher secrets = SecretMatcher.of(List.of(new Secret("hunter2-hunter2"), new Secret("12345678")));

        assertThat(AnswerForm.stats(
                        bytes("{\"hunter2-hunter2\": [\"x hunter2-hunter2\", 12345678, 9, true, null, {}]}"),
                        "/s",
                        secrets))
                .isEqualTo("{\"•••\":[\"x •••\",\"•••\",9,true,null,{}]}");
    }

    @Test
    void the_head_of_a_body_has_a_bound_and_its_tail_ends_with_the_last_bytes() throws IOException {
        byte[] body = ("a".repeat(200_000) + "end").getBytes(StandardCharsets.UTF_8);

        BodyReader.Body head = BodyReader.HEAD.read(new ByteArrayInputStream(body));
        BodyReader.Body tail = BodyReader.TAIL.read(new ByteArrayInputStream(body));

        assertThat(head.kept()).hasSize(BodyReader.MOST);
        assertThat(head.isCut()).isTrue();
        assertThat(tail.bytes()).isEqualTo(body.length);
        assertThat(tail.kept()).hasSize(BodyReader.TAIL_BYTES);
        assertThat(new String(tail.kept(), StandardCharsets.UTF_8)).endsWith("aend");
    }

    @Test
    void the_service_that_is_asked_is_the_named_one_or_backend_or_the_first_with_a_port() {
        String services =
                "worker: { command: [x] }, web: { command: [x], health: / }, backend: { command: [x], health: / }";
        assertThat(offer(services, "service: web").service()).contains(new ServiceName("web"));
        assertThat(offer(services, "stats: /s").service()).contains(ServiceName.BACKEND);
        assertThat(offer(services.replace("backend", "api"), "stats: /s").service())
                .contains(new ServiceName("web"));
    }

    @Test
    void what_is_missing_is_named_with_its_field() {
        Offer offer = offer("web: { command: [x], health: / }", "stats: /s");

        assertThat(offer.line(Wanted.STATS, null)).isEqualTo(new Offer.Line("GET", "/s"));
        assertThatThrownBy(() -> offer.line(Wanted.BACKUP, null)).hasMessageContaining("remote.backup");
        assertThatThrownBy(() -> offer.line(Wanted.ACTION, "x")).hasMessageContaining("remote.actions");
    }

    private static Offer offer(String services, String remote) {
        return new Offer(((ManifestResult.Valid) ManifestReader.read("apiVersion: tenantmgr/v1\nname: x\nservices: { "
                        + services + " }\nroutes: { /: { static: public } }\nremote: { " + remote + " }\n"))
                .manifest());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
