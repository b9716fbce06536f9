package ai.nominate.tenantmgr.analysis.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.claude.Attempts.Outcome;
import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.kernel.Secret;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Broken and hostile answers. The seed is fixed, so that failures are reproducible. */
class FuzzedAnswersTest {
    private static final long SEED = 20_260_301;
    private static final java.time.Duration LIMIT = java.time.Duration.ofSeconds(45);
    private static final int CASES = Repetitions.of(200, 1000);
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] SNIPPETS = {
        "#ff0000",
        "c0",
        "c6",
        "c23",
        "c24",
        "none",
        "null",
        "{",
        "}",
        "\"",
        "\\",
        "NaN",
        "-1",
        "1e999",
        "[]",
        "red;}</style>",
        "rgb(9,9,9)",
        "\u0000",
        "\u202e",
        "\ud800",
        "l0",
        "l7",
        "f0",
        "f7",
        "zinc",
        "full",
        "```",
        "x".repeat(3000)
    };

    private final Random random = new Random(SEED);
    private final BrandQuestion question = Questions.plain();
    private final Set<String> measured = Questions.measured(question);
    private int requests;

    @Test
    void no_answer_brings_a_colour_that_was_not_measured_nor_more_than_two_requests() throws Exception {
        AnswerCheck check = new AnswerCheck(question);
        Map<String, Integer> ends = new HashMap<>();
        for (int i = 0; i < CASES; i++) {
            requests = 0;
            Attempts attempts = new Attempts(
                    (provider, request, limit) -> reply(),
                    new RetryRule(Clock.systemUTC()),
                    pause -> {},
                    LIMIT,
                    Clock.systemUTC());

            Outcome<BrandChoice> outcome = attempts.ask(
                    new Provider(URI.create("http://localhost"), new Secret("key"), "model"), null, check::of);

            assertThat(requests).isBetween(1, Attempts.MOST);
            assertThat(outcome.value() == null).isNotEqualTo(outcome.failure() == null);
            if (outcome.value() != null) {
                isOfMeasuredColours(outcome.value());
            }
            ends.merge(outcome.failure() == null ? "usable" : outcome.failure().name(), 1, Integer::sum);
        }
        assertThat(ends.keySet()).as("%s", ends).contains("usable", "UNUSABLE");
    }

    private void isOfMeasuredColours(BrandChoice choice) throws Exception {
        Set<String> ids = Set.of("", "c0", "c1", "c2", "c3", "c4", "c5");
        assertThat(choice.roles().values()).allMatch(chosen -> ids.contains(chosen.id()));
        assertThat(choice.ideas())
                .allMatch(idea -> ids.contains(idea.primary())
                        && !idea.primary().isEmpty()
                        && ids.contains(idea.secondary())
                        && ids.contains(idea.accent()));
        String all = JSON.writeValueAsString(choice);
        assertThat(HEX.matcher(all).results().map(match -> match.group().toLowerCase(java.util.Locale.ROOT)))
                .allMatch(measured::contains);
        assertThat(all).doesNotContain("rgb(");
    }

    private Exchange reply() {
        requests++;
        int status = random.nextInt(20) == 0 ? new int[] {400, 401, 429, 500, 529}[random.nextInt(5)] : 200;
        return new Exchange.Reply(status, Map.of(), body().getBytes(StandardCharsets.UTF_8));
    }

    private String body() {
        ObjectNode reply = JSON.createObjectNode();
        reply.put("stop_reason", random.nextInt(30) == 0 ? "refusal" : "end_turn");
        reply.putArray("content").addObject().put("type", "text").put("text", answer());
        String message = reply.toString();
        return random.nextInt(10) == 0 ? message.substring(0, random.nextInt(message.length())) : message;
    }

    /** A good answer with up to three changes: in a value, in a text, or anywhere. */
    private String answer() {
        String answer = ModelAnswers.good().toString();
        for (int i = random.nextInt(4); i > 0; i--) {
            answer = switch (random.nextInt(4)) {
                case 0 -> answer.substring(0, random.nextInt(answer.length() + 1));
                case 1 -> inserted(answer, snippet());
                case 2 -> value(answer, snippet());
                default -> answer.replace("The logo has it.", "Take " + snippet() + " now");
            };
        }
        return answer;
    }

    private String snippet() {
        return SNIPPETS[random.nextInt(SNIPPETS.length)];
    }

    private String inserted(String text, String more) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + more + text.substring(at);
    }

    /** Another text in the place of one of its texts. */
    private String value(String json, String text) {
        String[] parts = json.split("\"", -1);
        if (parts.length > 2) {
            parts[1 + 2 * random.nextInt(parts.length / 2)] = text;
        }
        return String.join("\"", parts);
    }
}
