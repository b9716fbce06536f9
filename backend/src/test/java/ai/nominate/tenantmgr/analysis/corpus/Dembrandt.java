package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What another program, from npm, says about the same pages; {@code deploy/theme-report/dembrandt} asks it. */
final class Dembrandt {
    static final String TITLE = "Dembrandt 0.18.0";
    /** Lines of the site's name, a tab and the colour that it calls primary; without a colour where it names none. */
    private static final Path ANSWERS = Path.of("target/theme-others/dembrandt.tsv");

    private Dembrandt() {}

    /** Those of the pages that it was asked about: it takes half a minute for each. */
    static List<Site> asked(List<Site> sites) {
        Map<String, String> answers = answers();
        return sites.stream().filter(site -> answers.containsKey(site.name())).toList();
    }

    /** @param asked pages that it was asked about */
    static double share(List<Site> asked) {
        Map<String, String> answers = answers();
        return asked.stream()
                        .filter(site -> right(site, answers.get(site.name())))
                        .count()
                / (double) asked.size();
    }

    private static boolean right(Site site, String answer) {
        return !answer.isEmpty()
                && site.primary().stream()
                        .anyMatch(
                                label -> ColourDifference.between(Srgb.of(label.rgb()), Srgb.of(new Hex(answer).rgb()))
                                        < Outcome.SAME);
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        try {
            for (String line : Files.exists(ANSWERS) ? Files.readAllLines(ANSWERS) : List.<String>of()) {
                String[] fields = line.split("\t", -1);
                answers.put(fields[0], fields[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }
}
