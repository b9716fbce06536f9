package ai.nominate.tenantmgr.analysis;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A manager that ends in a step, after the step has stored its result and before that was noted: the next one begins with the same
 * step. That a run goes on with the right step is tested in {@code run.engine}.
 */
@QuarkusTest
class ResumedAnalysisTest {
    @Inject
    AnalysisKind kind;

    private final Api operator = Api.as(Role.OPERATOR);
    private final String slug = "r" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(strings = {"check-address", "capture", "extract", "ask-claude", "suggest"})
    void an_analysis_that_was_ended_in_a_step_has_one_result(String last) {
        UUID id = analysis();
        String tenant = operator.get("/api/tenants/" + slug).text("id");
        RunSubject subject = new RunSubject(UUID.fromString(tenant), slug);
        List<Step<? super AnalysisContext>> steps = kind.pipeline().steps();

        for (Step<? super AnalysisContext> step : steps) {
            AnalysisContext context = kind.context(new OneAttempt(id, subject));
            assertThat(step.run(context)).isNotInstanceOf(StepResult.Failed.class);
            if (step.id().equals(last)) {
                AnalysisContext next = kind.context(new OneAttempt(id, subject));
                assertThat(step.run(next)).isNotInstanceOf(StepResult.Failed.class);
            }
        }

        Answer suggestions =
                operator.get("/api/tenants/" + slug + "/theme/suggestions").expect(200);
        assertThat(suggestions.at("suggestions")).hasSize(3);
        assertThat(suggestions.at("screenshots")).hasSize(2);
        assertThat(suggestions.text("source")).isEqualTo("local");
    }

    @Test
    void an_analysis_whose_tenant_was_deleted_ends() {
        AnalysisContext gone = kind.context(new OneAttempt(UUID.randomUUID(), new RunSubject(UUID.randomUUID(), slug)));

        assertThat(kind.pipeline().steps())
                .allSatisfy(step -> assertThat(step.run(gone))
                        .isInstanceOfSatisfying(
                                StepResult.Failed.class,
                                failed -> assertThat(failed.problem()).isEqualTo(AnalysisProblem.LOST)));
    }

    /** One whose run has ended before it had any result. */
    private UUID analysis() {
        TestClock.forward(Duration.ofMinutes(6));
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
        UUID id = UUID.fromString(
                operator.post("/api/tenants/" + slug + "/theme/analyze", Map.of("url", "https://1.1.1.1/missing"))
                        .expect(202)
                        .text("analysisId"));
        eventually(
                "the end of the run",
                Duration.ofMinutes(1),
                () -> operator.get("/api/analyses/" + id).at("finishedAt").isTextual());
        Reactive.transaction(() -> AnalysisRow.update("url = 'https://1.1.1.1/' where id = ?1", id));
        return id;
    }
}
