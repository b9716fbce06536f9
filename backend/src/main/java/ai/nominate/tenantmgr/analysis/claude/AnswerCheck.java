package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.extract.Choice;
import ai.nominate.tenantmgr.analysis.extract.Radius;
import ai.nominate.tenantmgr.analysis.extract.Role;
import ai.nominate.tenantmgr.analysis.extract.Swatch;
import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns the answer of the model into a choice among what was measured. An id that was not offered makes the whole answer unusable;
 * two roles with one colour lose the lesser role.
 */
final class AnswerCheck {
    static final Set<String> NEUTRAL_FAMILIES =
            Set.of("slate", "gray", "zinc", "neutral", "stone", "mauve", "olive", "mist", "taupe");
    private static final Set<String> MOODS =
            Set.of("calm", "playful", "serious", "warm", "technical", "elegant", "bold", "natural");
    private static final String NONE = "none";
    /** ΔE2000 below which two colours are not two colours of a brand. */
    private static final double DISTINCT = 10;

    private static final int LONGEST_REASON = 240;
    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_WARNING = 200;
    private static final int MOST_IDEAS = 3;
    private static final int MOST_WARNINGS = 5;
    private static final int MOST_EVIDENCE = 8;

    private final BrandQuestion question;
    private final Map<String, Swatch> swatches;
    private final Set<String> measured = new TreeSet<>();
    private final Set<String> evidence = new HashSet<>();

    AnswerCheck(BrandQuestion question) {
        this.question = question;
        this.swatches = BrandTable.swatches(question.local()).stream()
                .collect(Collectors.toMap(Swatch::id, Function.identity()));
        swatches.values().forEach(swatch -> {
            measured.add(swatch.hex().value());
            swatch.members().stream().map(Hex::value).forEach(measured::add);
            swatch.uses().stream().map(Swatch.Use::id).forEach(evidence::add);
            evidence.addAll(swatch.declared());
        });
        BrandTable.logos(question.snapshot()).stream().map(Logo::id).forEach(evidence::add);
    }

    /** @throws UnusableAnswer if it is not of the form asked for, or names what was not offered */
    BrandChoice of(String json) throws UnusableAnswer {
        RawAnswer raw = RawAnswer.parse(json);
        TreeMap<Role, Choice> roles = new TreeMap<>();
        put(roles, Role.PRIMARY, raw.primary());
        put(roles, Role.SECONDARY, raw.secondary());
        put(roles, Role.ACCENT, raw.accent());
        put(roles, Role.NEUTRAL, raw.neutral());
        put(roles, Role.BACKGROUND, raw.background());
        put(roles, Role.FOREGROUND, raw.foreground());
        keepApart(roles, Role.PRIMARY, Role.SECONDARY);
        keepApart(roles, Role.PRIMARY, Role.ACCENT);
        keepApart(roles, Role.BACKGROUND, Role.FOREGROUND);
        return new BrandChoice(
                roles,
                confidence(raw.primary()),
                logo(raw.logoId()),
                font(raw.headingFontId()),
                font(raw.bodyFontId()),
                radius(raw.radius()),
                oneOf(raw.mood(), MOODS, "mood"),
                ideas(raw.suggestions()),
                raw.warnings().stream()
                        .filter(Objects::nonNull)
                        .limit(MOST_WARNINGS)
                        .map(text -> sentence(text, LONGEST_WARNING))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private void put(Map<Role, Choice> roles, Role role, RawAnswer.Pick pick) throws UnusableAnswer {
        double confidence = confidence(pick);
        if (!isNone(pick.swatchId())) {
            List<String> cited = pick.evidence().stream()
                    .filter(evidence::contains)
                    .distinct()
                    .limit(MOST_EVIDENCE)
                    .toList();
            roles.put(role, new Choice(pick.swatchId(), confidence, cited, sentence(pick.reason(), LONGEST_REASON)));
        }
    }

    /** Whether no swatch is meant. */
    private boolean isNone(String id) throws UnusableAnswer {
        if (id.equals(NONE)) {
            return true;
        }
        if (!swatches.containsKey(id)) {
            throw new UnusableAnswer("a swatch that was not offered");
        }
        return false;
    }

    private static double confidence(RawAnswer.Pick pick) throws UnusableAnswer {
        if (!(pick.confidence() >= 0 && pick.confidence() <= 1)) {
            throw new UnusableAnswer("a confidence outside 0 to 1");
        }
        return pick.confidence();
    }

    private void keepApart(Map<Role, Choice> roles, Role first, Role second) {
        if (roles.containsKey(first)
                && roles.containsKey(second)
                && !areDistinct(roles.get(first).id(), roles.get(second).id())) {
            roles.remove(second);
        }
    }

    private boolean areDistinct(String one, String other) {
        return ColourDifference.between(colour(one), colour(other)) >= DISTINCT;
    }

    private Srgb colour(String id) {
        return Srgb.of(swatches.get(id).hex().value());
    }

    private String logo(String id) throws UnusableAnswer {
        if (id.equals(NONE)) {
            return null;
        }
        return BrandTable.logos(question.snapshot()).stream()
                .map(Logo::id)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> new UnusableAnswer("a logo that was not offered"));
    }

    private String font(String id) throws UnusableAnswer {
        if (id.equals(NONE)) {
            return null;
        }
        var fonts = BrandTable.fonts(question.snapshot());
        for (int i = 0; i < fonts.size(); i++) {
            if (id.equals("f" + i)) {
                return fonts.get(i).family();
            }
        }
        throw new UnusableAnswer("a font that was not offered");
    }

    private static Radius radius(String word) throws UnusableAnswer {
        return Arrays.stream(Radius.values())
                .filter(radius -> radius.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new UnusableAnswer("an unknown radius"));
    }

    private static String oneOf(String word, Set<String> allowed, String what) throws UnusableAnswer {
        if (!allowed.contains(word)) {
            throw new UnusableAnswer("an unknown " + what);
        }
        return word;
    }

    private List<BrandChoice.Idea> ideas(List<RawAnswer.Idea> raw) throws UnusableAnswer {
        List<BrandChoice.Idea> ideas = new ArrayList<>();
        for (RawAnswer.Idea idea : raw.stream().limit(MOST_IDEAS).toList()) {
            if (idea == null || isNone(idea.primaryId())) {
                throw new UnusableAnswer("a suggestion without a primary colour");
            }
            ideas.add(new BrandChoice.Idea(
                    title(idea.title(), ideas.size()),
                    idea.primaryId(),
                    other(idea, idea.secondaryId()),
                    other(idea, idea.accentId()),
                    oneOf(idea.neutralFamily(), NEUTRAL_FAMILIES, "family of greys"),
                    sentence(idea.rationale(), LONGEST_REASON)));
        }
        return ideas;
    }

    private String other(RawAnswer.Idea idea, String id) throws UnusableAnswer {
        return isNone(id) || !areDistinct(idea.primaryId(), id) ? "" : id;
    }

    private String title(String text, int position) {
        String title = sentence(text, LONGEST_TITLE);
        return title.isEmpty() ? "Suggestion " + (position + 1) : title;
    }

    private String sentence(String text, int longest) {
        return PageText.sentence(text, longest, measured);
    }
}
