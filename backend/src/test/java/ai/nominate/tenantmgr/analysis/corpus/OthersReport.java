package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Extractor;
import ai.nominate.tenantmgr.analysis.extract.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The part of the report about pages that others built. */
final class OthersReport {
    private static final int WORST = 10;
    private static final String HASHED = "names of classes hashed";
    private static final Map<String, Function<Other, Snapshot>> VIEWS = new LinkedHashMap<>();

    static {
        VIEWS.put("everything", other -> other.snapshot(false));
        VIEWS.put("custom properties hidden", other -> Evidence.withoutTokens(other.snapshot(false)));
        VIEWS.put(HASHED, other -> other.snapshot(true));
    }

    private final List<Other> others =
            Other.all().stream().filter(other -> other.isCaptured(false)).toList();
    /** Without the last one until all pages are captured without names. */
    private final List<String> views = VIEWS.keySet().stream()
            .filter(view -> !view.equals(HASHED) || others.stream().allMatch(other -> other.isCaptured(true)))
            .toList();

    String text() throws IOException {
        return others.isEmpty() ? "" : String.join("\n", introduction(), figures(), comparison(), worst(), labels());
    }

    private String introduction() {
        return """
                ## Pages by others

                %d of the %d pages in the list, of %d npm packages: themes, admin templates and documentation, as their authors ship them, with what they would fetch from
                elsewhere left out. The label is the brand's colour that the authors declare, and stands in a list that was written, and split, before
                any page was captured: %d for development, %d held out. %d of the development pages and %d of those held out do not paint the declared colour
                anywhere; another answer, or none, counts as wrong all the same. **Live sites are harder still.**
                """.formatted(
                        others.size(),
                        Other.all().size(),
                        others.stream().map(Other::pack).distinct().count(),
                        outcomes("everything", other -> !other.site().heldOut()).size(),
                        outcomes("everything", other -> other.site().heldOut()).size(),
                        unpainted(false),
                        unpainted(true));
    }

    private long unpainted(boolean heldOut) {
        return others.stream()
                .filter(other -> other.site().heldOut() == heldOut
                        && !other.site().primary().isEmpty()
                        && !other.paintsLabel())
                .count();
    }

    private String figures() {
        Table table = new Table(
                "Evidence", "Pages", "First", "Among three", "First, where it is painted", "Calibration error");
        views.forEach(view -> {
            for (boolean heldOut : new boolean[] {false, true}) {
                Figures figures =
                        new Figures(outcomes(view, other -> other.site().heldOut() == heldOut));
                table.row(
                        view,
                        heldOut ? "held out" : "development",
                        Table.percent(figures.hit()),
                        Table.percent(figures.hitAmongThree()),
                        Table.percent(new Figures(outcomes(
                                        view, other -> other.site().heldOut() == heldOut && other.paintsLabel()))
                                .hit()),
                        Table.number(figures.calibrationError()));
            }
        });
        return table + "\n" + WrongAnswers.inCommon(outcomes("everything", other -> true), byName());
    }

    private Map<String, Other> byName() {
        return others.stream().collect(Collectors.toMap(other -> other.site().name(), other -> other));
    }

    private String comparison() {
        List<Other> branded = others.stream()
                .filter(other -> !other.site().primary().isEmpty())
                .toList();
        Table table = new Table("Way, on all of these pages", "Right");
        for (Baseline baseline : Baseline.values()) {
            long hits = branded.stream()
                    .filter(other -> baseline.hits(other.site(), other.snapshot(false)))
                    .count();
            table.row(baseline.title(), Table.percent(hits / (double) branded.size()));
        }
        List<Site> asked = Dembrandt.asked(branded.stream().map(Other::site).toList());
        if (asked.size() == branded.size()) {
            table.row(Dembrandt.TITLE, Table.percent(Dembrandt.share(asked)));
        } else if (!asked.isEmpty()) {
            String part = ", on the first " + asked.size() + " of them";
            double own = new Figures(outcomes("everything", other -> asked.contains(other.site()))).hit();
            table.row(Dembrandt.TITLE + part, Table.percent(Dembrandt.share(asked)));
            table.row("This extractor" + part, Table.percent(own));
        }
        return table.row("This extractor", Table.percent(new Figures(outcomes("everything", other -> true)).hit()))
                .toString();
    }

    private String worst() throws IOException {
        Map<String, Other> byName = byName();
        List<Outcome> wrong = outcomes("everything", other -> true).stream()
                .filter(each -> !each.hit())
                .sorted(Comparator.comparing((Outcome each) -> -each.confidence())
                        .thenComparing(each -> each.site().name()))
                .limit(WORST)
                .toList();
        List<String> lines = new ArrayList<>(List.of("### The worst ten", ""));
        Table table = new Table("Page", "Set", "Declared", "Painted", "Answer", "ΔE2000", "Confidence", "First screen");
        Thumbnails.begin();
        for (Outcome each : wrong) {
            Other other = byName.get(each.site().name());
            table.row(
                    each.site().name(),
                    each.site().heldOut() ? "held out" : "development",
                    label(each.site()),
                    other.paintsLabel() ? "yes" : "no",
                    answer(other),
                    Table.number(each.difference()),
                    Table.number(each.confidence()),
                    "![](" + Thumbnails.of(other) + ")");
        }
        lines.add(table.toString());
        return String.join("\n", lines);
    }

    private String labels() {
        Table table = new Table("Page", "Package", "Set", "Declared", "Where", "Answer", "ΔE2000");
        for (Other other : others) {
            Outcome outcome = Outcome.of(other.site(), other.snapshot(false));
            table.row(
                    other.site().name(),
                    other.pack()
                            + (other.theme().isEmpty()
                                    ? ""
                                    : " in " + other.theme().split(" ")[0]),
                    other.site().heldOut() ? "held out" : "development",
                    label(other.site()),
                    other.source(),
                    answer(other),
                    Table.number(outcome.difference()));
        }
        return "### All of them\n\n" + table;
    }

    private static String label(Site site) {
        return site.primary().isEmpty()
                ? "none"
                : site.primary().stream().map(Hex::value).collect(Collectors.joining(", "));
    }

    private static String answer(Other other) {
        Answer answer = Extractor.answer(other.snapshot(false));
        return answer.role(Role.PRIMARY)
                .map(choice -> answer.swatch(choice.id()).hex().value())
                .orElse("no clear brand colour");
    }

    private List<Outcome> outcomes(String view, Predicate<Other> which) {
        return others.stream()
                .filter(which)
                .map(other -> Outcome.of(other.site(), VIEWS.get(view).apply(other)))
                .toList();
    }
}
