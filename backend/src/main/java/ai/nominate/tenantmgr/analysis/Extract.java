package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Role;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Groups the measured colours and chooses among them by fixed rules. */
@Singleton
class Extract extends AnalysisStep {
    private final LocalExtractor extractor;

    Extract(LocalExtractor extractor) {
        super("extract", "Extract", 300);
        this.extractor = extractor;
    }

    @Override
    StepResult run(AnalysisContext context, AnalysisRow row) {
        Answer answer = extractor.answer(SnapshotJson.read(row.snapshot.getBytes(StandardCharsets.UTF_8)));
        context.store("answer = ?1", Stored.write(answer));
        return new StepResult.Done(answer.role(Role.PRIMARY)
                .map(primary -> String.format(
                        Locale.ROOT,
                        "%d colours; the primary one is %s (%d %% sure)",
                        answer.swatches().size(),
                        answer.swatch(primary.id()).hex(),
                        Math.round(100 * primary.confidence())))
                .orElse("No colour can be defended as the brand"));
    }
}
