package ai.nominate.tenantmgr.analysis.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.claude.Attempts.Outcome;
import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Duration LIMIT = Duration.ofSeconds(45);
    private static final Exchange GOOD = reply(
            200,
            Map.of(),
            "{\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":5,"
                    + "\"output_tokens\":2},\"content\":[{\"type\":\"thinking\"},{\"type\":\"text\",\"text\":\"fine\"}]}");
    private static final Exchange NONSENSE = reply(
            200,
            Map.of(),
            "{\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":5},"
                    + "\"content\":[{\"type\":\"text\",\"text\":\"nonsense\"}]}");

    private final Deque<Exchange> script = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private int requests;

    @Test
    void an_answer_takes_one_request() {
        Outcome<String> outcome = ask(GOOD);

        assertThat(outcome.value()).isEqualTo("fine");
        assertThat(outcome.usage()).isEqualTo(new Usage(5, 2, 0, 0, 1));
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void an_outage_is_followed_by_a_second_request_after_the_pause_that_was_asked_for() {
        Outcome<String> outcome = ask(reply(429, Map.of("retry-after", "2"), "{}"), GOOD);

        assertThat(outcome.value()).isEqualTo("fine");
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
        assertThat(outcome.usage().requests()).isEqualTo(2);
    }

    @Test
    void there_are_never_more_than_two_requests() {
        assertThat(ask(reply(529, Map.of(), "{}")).failure()).isEqualTo(AiFailure.OVERLOADED);
        assertThat(requests).isEqualTo(2);
    }

    @Test
    void a_pause_that_does_not_fit_into_the_time_is_not_waited_for() {
        assertThat(ask(reply(429, Map.of("retry-after", "44"), "{}"), GOOD).failure())
                .isEqualTo(AiFailure.RATE_LIMITED);
        assertThat(pauses).isEmpty();
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_not_usable_is_asked_for_once_more() {
        Outcome<String> outcome = ask(NONSENSE, GOOD);

        assertThat(outcome.value()).isEqualTo("fine");
        assertThat(outcome.usage().inputTokens()).isEqualTo(10);

        assertThat(ask(NONSENSE).failure()).isEqualTo(AiFailure.UNUSABLE);
        assertThat(requests).isEqualTo(2);
    }

    @Test
    void a_model_that_declines_or_does_not_come_to_an_end_is_not_asked_again() {
        assertThat(ask(reply(200, Map.of(), "{\"stop_reason\":\"refusal\",\"content\":[]}"))
                        .failure())
                .isEqualTo(AiFailure.DECLINED);
        assertThat(requests).isEqualTo(1);
        assertThat(ask(reply(200, Map.of(), "{\"stop_reason\":\"max_tokens\",\"content\":[]}"))
                        .failure())
                .isEqualTo(AiFailure.CUT_OFF);
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void a_failure_has_its_reason() {
        assertThat(ask(reply(401, Map.of(), "{}")).failure()).isEqualTo(AiFailure.KEY_REFUSED);
        assertThat(ask(reply(404, Map.of(), "{}")).failure()).isEqualTo(AiFailure.MODEL_UNKNOWN);
        assertThat(ask(reply(400, Map.of(), "not json")).failure()).isEqualTo(AiFailure.REQUEST_REFUSED);
        assertThat(ask(reply(302, Map.of(), "")).failure()).isEqualTo(AiFailure.REQUEST_REFUSED);
        assertThat(ask(new Exchange.Late()).failure()).isEqualTo(AiFailure.LATE);
        assertThat(ask(new Exchange.TooLong()).failure()).isEqualTo(AiFailure.CUT_OFF);
        assertThat(ask(new Exchange.Unreachable()).failure()).isEqualTo(AiFailure.UNREACHABLE);
        assertThat(ask(reply(200, Map.of(), "null")).failure()).isEqualTo(AiFailure.UNUSABLE);
        assertThat(ask(reply(200, Map.of(), "{\"content\":\"text\"}")).failure())
                .isEqualTo(AiFailure.UNUSABLE);
    }

    private Outcome<String> ask(Exchange... exchanges) {
        script.clear();
        script.addAll(List.of(exchanges));
        requests = 0;
        pauses.clear();
        Attempts attempts =
                new Attempts(this::send, new RetryRule(Clock.systemUTC()), pauses::add, LIMIT, Clock.systemUTC());
        return attempts.ask(
                new Provider(URI.create("https://api.example"), new Secret("key"), "model"), null, AttemptsTest::fine);
    }

    private Exchange send(Provider provider, MessageRequest request, Duration limit) {
        requests++;
        assertThat(limit).isPositive().isLessThanOrEqualTo(LIMIT);
        return script.size() > 1 ? script.poll() : script.peek();
    }

    private static String fine(String text) throws UnusableAnswer {
        if (!text.equals("fine")) {
            throw new UnusableAnswer("not fine");
        }
        return text;
    }

    private static Exchange reply(int status, Map<String, String> headers, String body) {
        return new Exchange.Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
