package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes docs/theme-accuracy.md from the evidence: {@code main}, started by {@code make theme-report}. */
public final class ThemeReport {
    private static final Path DOCUMENT = Path.of("../docs/theme-accuracy.md");

    private static final Map<String, Function<Site, Snapshot>> VIEWS = new TreeMap<>(Map.of(
            "1 everything",
            site -> Evidence.of(site, false),
            "2 custom properties hidden",
            site -> Evidence.withoutTokens(Evidence.of(site, false)),
            "3 names of classes hashed",
            site -> Evidence.of(site, true)));

    private final List<Site> sites = Corpus.sites().stream()
            .map(Corpus.Authored::site)
            .filter(site -> Files.exists(Evidence.file(site.name())))
            .toList();

    private final List<String> views = List.copyOf(VIEWS.keySet());

    private ThemeReport() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(DOCUMENT, new ThemeReport().text());
    }

    String text() throws IOException {
        return String.join(
                                "\n",
                                introduction(),
                                comparison(),
                                primary(),
                                rest(),
                                traps(),
                                worst(),
                                new OthersReport().text())
                        .stripTrailing()
                + "\n";
    }

    private String introduction() {
        long heldOut = sites.stream().filter(Site::heldOut).count();
        return """
                # How often the local extractor is right

                Written by `make theme-report`; `make test` checks the same evidence against fixed floors.

                Two kinds of pages are measured, and never added up: %d that were authored for this purpose, and [pages by others](#pages-by-others) that
                npm packages ship. Of the authored ones there are six for each of %d traps, with colours that brands publish. They were split
                before any evidence was seen: %d sites are for development, on which weights may be chosen; the figures of "held out" are of the other
                %d. A colour counts as right below a ΔE2000 of 5.

                **Live sites are harder than both**: they have bot walls, styles that come late and brands that contradict themselves.
                """.formatted(sites.size(), Site.Trap.values().length, sites.size() - heldOut, heldOut);
    }

    private String comparison() {
        List<String> lines = new ArrayList<>(List.of(
                "## Beside simpler ways",
                "",
                "Primary colour first, of the held-out pages that have a brand.",
                "",
                "| Way | Right |",
                "|---|---|"));
        List<Site> branded = sites.stream()
                .filter(site -> site.heldOut() && !site.primary().isEmpty())
                .toList();
        for (Baseline baseline : Baseline.values()) {
            long hits = branded.stream()
                    .filter(site -> baseline.hits(site, Evidence.of(site, false)))
                    .count();
            lines.add("| " + baseline.title() + " | " + Table.percent(hits / (double) branded.size()) + " |");
        }
        if (Dembrandt.asked(branded).size() == branded.size()) {
            lines.add("| " + Dembrandt.TITLE + " | " + Table.percent(Dembrandt.share(branded)) + " |");
        }
        lines.add("| This extractor | "
                + Table.percent(figures("1 everything", Site::heldOut).hit()) + " |");
        return String.join("\n", lines) + "\n";
    }

    private String primary() {
        List<String> lines = new ArrayList<>(List.of(
                "## Primary colour",
                "",
                "| Evidence | Pages | First | Among three | Calibration error |",
                "|---|---|---|---|---|"));
        views.forEach(view -> {
            for (boolean heldOut : new boolean[] {false, true}) {
                Figures figures = figures(view, site -> site.heldOut() == heldOut);
                lines.add("| %s | %s | %s | %s | %s |"
                        .formatted(
                                view.substring(2),
                                heldOut ? "held out" : "development",
                                Table.percent(figures.hit()),
                                Table.percent(figures.hitAmongThree()),
                                Table.number(figures.calibrationError())));
            }
        });
        return String.join("\n", lines) + "\n";
    }

    private String rest() {
        Figures held = figures("1 everything", Site::heldOut);
        Figures all = figures("1 everything", site -> true);
        return """
                ## The rest, held out

                | | |
                |---|---|
                | Second colour among five | %s |
                | Logo: recall, precision | %s, %s |
                | Font of the text | %s |
                | Says nothing where there is no brand (all pages): precision, recall | %s, %s |
                """.formatted(
                        Table.percent(held.second()),
                        Table.percent(held.logoRecall()),
                        Table.percent(held.logoPrecision()),
                        Table.percent(held.font()),
                        Table.percent(all.abstentionPrecision()),
                        Table.percent(all.abstentionRecall()));
    }

    private String traps() {
        List<String> lines = new ArrayList<>(List.of(
                "## By trap",
                "",
                "| Trap | "
                        + String.join(
                                " | ",
                                views.stream().map(view -> view.substring(2)).toList()) + " |",
                "|---|" + "---|".repeat(views.size())));
        for (Site.Trap trap : Site.Trap.values()) {
            lines.add("| " + trap.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | "
                    + views.stream().map(view -> right(view, trap)).collect(Collectors.joining(" | "))
                    + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private String worst() {
        List<String> lines = new ArrayList<>(List.of(
                "## Wrong answers", "", "| Page | Evidence | Set | ΔE2000 | Confidence |", "|---|---|---|---|---|"));
        views.forEach(view -> outcomes(view, site -> true).stream()
                .filter(each -> !each.hit())
                .sorted(Comparator.comparing((Outcome each) -> -each.confidence()))
                .forEach(each -> lines.add("| %s | %s | %s | %s | %s |"
                        .formatted(
                                each.site().name(),
                                view.substring(2),
                                each.site().heldOut() ? "held out" : "development",
                                Table.number(each.difference()),
                                Table.number(each.confidence())))));
        return String.join("\n", lines);
    }

    private Figures figures(String view, Predicate<Site> which) {
        return new Figures(outcomes(view, which));
    }

    private List<Outcome> outcomes(String view, Predicate<Site> which) {
        return sites.stream()
                .filter(which)
                .map(site -> Outcome.of(site, VIEWS.get(view).apply(site)))
                .toList();
    }

    private String right(String view, Site.Trap trap) {
        List<Outcome> outcomes = outcomes(view, site -> site.trap() == trap);
        return outcomes.stream().filter(Outcome::hit).count() + " of " + outcomes.size();
    }
}
