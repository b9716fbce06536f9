package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.Stored.Contribution;
import ai.nominate.tenantmgr.analysis.claude.BrandAdvisor;
import ai.nominate.tenantmgr.analysis.claude.BrandQuestion;
import ai.nominate.tenantmgr.analysis.claude.Usage;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.run.engine.StepResult;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks the AI provider, if there is a key. Never fails: without an answer the local one stands, and the analysis says so. */
@Singleton
class AskClaude extends AnalysisStep {
    private final BrandAdvisor advisor;

    AskClaude(BrandAdvisor advisor) {
        super("ask-claude", "Ask Claude", 6000);
        this.advisor = advisor;
    }

    @Override
    StepResult run(AnalysisContext context, AnalysisRow row) {
        if (!advisor.isAvailable()) {
            return new StepResult.Skipped("There is no API key (setting ai.apiKey); the local answer stands");
        }
        Optional<byte[]> screenshot = screenshot(row);
        if (screenshot.isEmpty()) {
            return new StepResult.Skipped("There is no screenshot to show; the local answer stands");
        }
        BrandQuestion question = new BrandQuestion(
                SnapshotJson.read(row.snapshot.getBytes(StandardCharsets.UTF_8)),
                Stored.answer(row.answer),
                screenshot.get());
        Contribution contribution = Contribution.of(advisor.ask(question));
        context.store("advice = ?1", Stored.write(contribution));
        return new StepResult.Done(
                contribution.failure() != null
                        ? contribution.failure().sentence() + "; the local answer stands"
                        : contribution.model() + " answered" + cost(contribution.usage()));
    }

    private static String cost(Usage usage) {
        return usage.requests() == 0
                ? " the same question before; nothing was sent"
                : ", " + usage.totalTokens() + " tokens";
    }

    private static Optional<byte[]> screenshot(AnalysisRow row) {
        return Optional.ofNullable(
                Reactive.await(() -> Panache.withSession(() -> ScreenshotRow.read(row.id, "viewport", "light"))));
    }
}
