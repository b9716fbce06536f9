package ai.nominate.tenantmgr.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.nominate.tenantmgr.analysis.claude.Advice;
import ai.nominate.tenantmgr.analysis.claude.AiFailure;
import ai.nominate.tenantmgr.analysis.claude.BrandChoice;
import ai.nominate.tenantmgr.analysis.claude.Questions;
import ai.nominate.tenantmgr.analysis.claude.Usage;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Choice;
import ai.nominate.tenantmgr.analysis.extract.Radius;
import ai.nominate.tenantmgr.analysis.extract.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CardsTest {
    private final Answer local = Questions.plain().local();
    private final Set<String> measured = Questions.measured(Questions.plain());

    @Test
    void without_a_model_the_suggestions_are_those_of_the_local_extractor() {
        List<Card> cards = new Cards(local, null).list();

        assertThat(cards).hasSameSizeAs(local.suggestions()).allMatch(card -> card.source() == Source.LOCAL);
        assertThat(cards.getFirst().primary()).isEqualTo(new Hex("#1d4ed8"));
        assertThat(cards.getFirst().confidence()).isEqualTo(0.7);
        assertThat(cards.getFirst().headingFont()).isEqualTo("Sora");
    }

    @Test
    void the_model_comes_first_and_what_it_says_too_is_not_said_twice() {
        BrandChoice model = choice("c0", 0.95, idea("c0", "", "c2"), idea("c2", "c0", ""));

        List<Card> cards = new Cards(local, model).list();

        assertThat(cards).extracting(Card::source).containsExactly(Source.CLAUDE, Source.CLAUDE);
        assertThat(cards).allMatch(Card::agrees);
        assertThat(colours(cards)).allMatch(measured::contains);
    }

    @Test
    void a_model_that_overrules_is_believed_more_and_the_card_says_that_they_disagree() {
        BrandChoice model = choice("c2", 0.9, idea("c2", "", ""));

        List<Card> cards = new Cards(local, model).list();

        assertThat(cards).extracting(Card::source).containsExactly(Source.CLAUDE, Source.LOCAL);
        assertThat(cards).noneMatch(Card::agrees);
        assertThat(cards.get(0).confidence()).isGreaterThan(cards.get(1).confidence());
    }

    @Test
    void the_probabilities_are_those_of_both_together() {
        Map<String, Double> agreed = Fusion.primary(local, choice("c0", 0.95, idea("c0", "", "")));
        assertThat(agreed.get("c0")).isGreaterThan(0.85);
        assertThat(agreed.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));

        Map<String, Double> none = Fusion.primary(local, choice(null, 0.8, idea("c0", "", "")));
        assertThat(none.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(0.2, within(1e-9));
    }

    @Test
    void what_is_stored_is_read_as_it_was_written() {
        BrandChoice model = choice("c0", 0.95, idea("c0", "", "c2"));
        Card card = new Cards(local, model).list().getFirst();
        Stored.Contribution given =
                Stored.Contribution.of(new Advice.Given(model, "claude-test", new Usage(1, 2, 3, 4, 1)));
        Stored.Contribution missing = Stored.Contribution.of(new Advice.Missing(AiFailure.LATE, Usage.NONE));

        assertThat(Stored.answer(Stored.write(local))).isEqualTo(local);
        assertThat(Stored.card(Stored.write(card))).isEqualTo(card);
        assertThat(Stored.contribution(Stored.write(given))).isEqualTo(given);
        assertThat(Stored.contribution(Stored.write(missing))).isEqualTo(missing);
    }

    private static List<String> colours(List<Card> cards) {
        return cards.stream()
                .flatMap(card -> Stream.of(
                        card.primary(), card.secondary(), card.accent(), card.background(), card.foreground()))
                .filter(Objects::nonNull)
                .map(Hex::value)
                .toList();
    }

    private static BrandChoice.Idea idea(String primary, String secondary, String accent) {
        return new BrandChoice.Idea("Title", primary, secondary, accent, "slate", "Why.");
    }

    /** @param primary null for none */
    private static BrandChoice choice(String primary, double confidence, BrandChoice.Idea... ideas) {
        Map<Role, Choice> roles = primary == null
                ? Map.of()
                : Map.of(Role.PRIMARY, new Choice(primary, confidence, List.of("c0.button"), "Why."));
        return new BrandChoice(
                new TreeMap<>(roles), confidence, "l0", "Sora", "Inter", Radius.MD, "calm", List.of(ideas), List.of());
    }
}
