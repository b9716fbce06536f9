package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.Stored.Contribution;
import ai.nominate.tenantmgr.analysis.claude.AiFailure;
import ai.nominate.tenantmgr.analysis.claude.BrandChoice;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.run.engine.StepResult;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes the suggestions of both answers. Replaces what an earlier attempt had stored, so that there is one result. */
@Singleton
class Suggest extends AnalysisStep {
    Suggest() {
        super("suggest", "Suggestions", 50);
    }

    @Override
    StepResult run(AnalysisContext context, AnalysisRow row) {
        Answer answer = Stored.answer(row.answer);
        Contribution contribution = row.advice == null ? null : Stored.contribution(row.advice);
        BrandChoice choice = contribution == null ? null : contribution.choice();
        List<Card> cards = new Cards(answer, choice).list();
        Source source = choice == null ? Source.LOCAL : Source.CLAUDE;
        String note = note(answer, contribution);
        context.transaction(() -> SuggestionRow.delete("analysisId = ?1", row.id)
                .flatMap(done -> insert(row.id, cards))
                .flatMap(
                        done -> AnalysisRow.update("source = ?1, note = ?2 where id = ?3", source.id(), note, row.id)));
        return new StepResult.Done(cards.size() + " suggestions");
    }

    private static Uni<Void> insert(UUID analysis, List<Card> cards) {
        List<SuggestionRow> rows = new ArrayList<>();
        for (Card card : cards) {
            SuggestionRow row = new SuggestionRow();
            row.id = Uuid7.next();
            row.analysisId = analysis;
            row.position = (short) rows.size();
            row.card = Stored.write(card);
            rows.add(row);
        }
        return Panache.getSession().flatMap(session -> session.persistAll(rows.toArray()));
    }

    /** What an operator should know about the result; null if nothing. */
    private static String note(Answer answer, Contribution contribution) {
        List<String> sentences = new ArrayList<>();
        if (contribution != null && contribution.failure() != null && contribution.failure() != AiFailure.NO_KEY) {
            sentences.add("The AI provider did not contribute: "
                    + contribution.failure().sentence() + ". The suggestions are those of the local extractor.");
        }
        if (contribution != null && contribution.choice() != null) {
            sentences.addAll(contribution.choice().warnings());
        }
        if (answer.abstains()) {
            sentences.add("The page shows no clear brand colour.");
        }
        sentences.addAll(answer.notes());
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }
}
