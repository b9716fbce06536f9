package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.claude.BrandChoice;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Choice;
import ai.nominate.tenantmgr.analysis.extract.Radius;
import ai.nominate.tenantmgr.analysis.extract.Role;
import ai.nominate.tenantmgr.analysis.extract.Suggestion;
import ai.nominate.tenantmgr.analysis.extract.Swatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The suggestions of an analysis, at most five: those of the model first, then those of the local extractor that differ. Every colour in
 * them was measured on the page. Pure.
 */
final class Cards {
    private static final int MOST = 5;

    private final Answer local;
    private final BrandChoice model;
    private final Map<String, Double> probabilities;

    /** @param model null if there is none */
    Cards(Answer local, BrandChoice model) {
        this.local = local;
        this.model = model;
        this.probabilities = model == null ? Map.of() : Fusion.primary(local, model);
    }

    List<Card> list() {
        List<Card> cards = new ArrayList<>();
        if (model != null) {
            model.ideas().forEach(idea -> add(cards, card(idea)));
        }
        local.suggestions().forEach(suggestion -> add(cards, card(suggestion)));
        return List.copyOf(cards);
    }

    private static void add(List<Card> cards, Card card) {
        if (cards.size() < MOST && cards.stream().noneMatch(card::looksLike)) {
            cards.add(card);
        }
    }

    private Card card(BrandChoice.Idea idea) {
        Optional<Choice> primary = Optional.ofNullable(model.roles().get(Role.PRIMARY));
        return new Card(
                Source.CLAUDE,
                idea.title(),
                idea.rationale(),
                probabilities.get(idea.primary()),
                hex(idea.primary()),
                hex(idea.secondary()),
                hex(idea.accent()),
                role(Role.BACKGROUND),
                role(Role.FOREGROUND),
                idea.neutralFamily(),
                Optional.ofNullable(model.headingFont()).orElse(id(local.headingFont())),
                Optional.ofNullable(model.bodyFont()).orElse(id(local.bodyFont())),
                model.radius(),
                false,
                false,
                agree(),
                primary.map(Choice::evidence).orElse(List.of()));
    }

    private Card card(Suggestion suggestion) {
        Radius radius = local.radius();
        return new Card(
                Source.LOCAL,
                suggestion.title(),
                suggestion.reason(),
                model == null ? suggestion.confidence() : probabilities.get(suggestion.primary()),
                hex(suggestion.primary()),
                hex(suggestion.secondary()),
                hex(suggestion.accent()),
                role(Role.BACKGROUND),
                role(Role.FOREGROUND),
                suggestion.neutralFamily(),
                id(local.headingFont()),
                id(local.bodyFont()),
                radius,
                suggestion.kind() == Suggestion.Kind.ACCESSIBLE,
                suggestion.dark(),
                agree(),
                suggestion.evidence());
    }

    /** Whether nobody contradicts the other about the primary colour. */
    private boolean agree() {
        if (model == null) {
            return true;
        }
        return local.role(Role.PRIMARY)
                .map(Choice::id)
                .equals(Optional.ofNullable(model.roles().get(Role.PRIMARY)).map(Choice::id));
    }

    /** The page's own background and text, which the local extractor measures and does not guess. */
    private Hex role(Role role) {
        return local.role(role).map(Choice::id).map(this::hex).orElse(null);
    }

    private Hex hex(String id) {
        return Optional.of(id)
                .filter(Predicate.not(String::isEmpty))
                .map(local::swatch)
                .map(Swatch::hex)
                .orElse(null);
    }

    private static String id(Choice choice) {
        return choice == null ? null : choice.id();
    }
}
