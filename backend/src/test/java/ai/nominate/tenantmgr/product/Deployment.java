package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** One deployment, observed from outside. */
final class Deployment {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Set<String> OVER = Set.of("succeeded", "failed", "cancelled");

    private final Api api;
    private final String id;

    Deployment(Api api, String id) {
        this.api = api;
        this.id = id;
    }

    /** The deployment that an answer accepted. */
    static Deployment accepted(Api api, Api.Answer answer) {
        assertThat(answer.status()).as("answered with %s", answer.json()).isEqualTo(202);
        return new Deployment(api, answer.json().path("deploymentId").asText());
    }

    String id() {
        return id;
    }

    JsonNode view() {
        return api.get("/api/deployments/" + id);
    }

    JsonNode step(String step) {
        for (JsonNode candidate : view().path("steps")) {
            if (candidate.path("id").asText().equals(step)) {
                return candidate;
            }
        }
        throw new AssertionError("there is no step " + step);
    }

    /** The ids of its steps, in order. */
    List<String> steps() {
        List<String> steps = new ArrayList<>();
        view().path("steps").forEach(step -> steps.add(step.path("id").asText()));
        return steps;
    }

    void succeeds() {
        endsAs("succeeded", LONGEST);
    }

    JsonNode fails() {
        return endsAs("failed", LONGEST).path("failure");
    }

    /** Waits for its end, which must have this status and a complete log. */
    JsonNode endsAs(String status, Duration deadline) {
        eventually(
                "deployment " + id + " has ended",
                deadline,
                () -> OVER.contains(view().path("status").asText()));
        JsonNode view = view();
        assertThat(view.path("status").asText())
                .as("%s\n%s", view.path("failure"), String.join("\n", said()))
                .isEqualTo(status);
        assertThat(log().stream().map(line -> line.path("seq").asLong()))
                .as("numbers of the log's lines")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, log().size()).boxed().toList());
        return view;
    }

    /** Waits until a step has started. */
    void reaches(String step) {
        eventually(
                "deployment " + id + " reaches " + step,
                LONGEST,
                () -> view().path("currentStep").asText().equals(step));
    }

    /** Waits until a step is running or has ended; polls fast, because some steps take milliseconds. */
    void isInOrAfter(String step) {
        List<String> order = steps();
        List<String> reached = order.subList(order.indexOf(step), order.size());
        eventually("deployment " + id + " reaches " + step, LONGEST, () -> {
            JsonNode view = view();
            return reached.contains(view.path("currentStep").asText()) || view.hasNonNull("finishedAt");
        });
    }

    /** Waits until a line of the log contains the text. */
    void says(String text) {
        eventually(
                "deployment " + id + " says " + text,
                LONGEST,
                () -> said().stream().anyMatch(line -> line.contains(text)));
    }

    Api.Answer cancel() {
        return api.send("POST", "/api/deployments/" + id + "/cancel", null);
    }

    /** The texts of its log. */
    List<String> said() {
        return log().stream().map(line -> line.path("text").asText()).toList();
    }

    List<JsonNode> log() {
        List<JsonNode> lines = new ArrayList<>();
        long last = 0;
        while (true) {
            JsonNode page = api.get("/api/deployments/" + id + "/logs?limit=1000&afterSeq=" + last)
                    .path("items");
            if (page.isEmpty()) {
                return lines;
            }
            page.forEach(lines::add);
            last = lines.getLast().path("seq").asLong();
        }
    }
}
