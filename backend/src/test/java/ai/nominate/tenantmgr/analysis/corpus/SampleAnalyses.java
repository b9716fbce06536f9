package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.browser.OpenBrowser;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Extractor;
import ai.nominate.tenantmgr.analysis.extract.Role;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes docs/examples: three pages of the corpus with what was measured and chosen. {@code main}, started by {@code make theme-report}. */
public final class SampleAnalyses {
    private static final Path DIRECTORY = Path.of("../docs/examples");
    private static final Map<Site.Trap, String> TRAPS = new LinkedHashMap<>();

    static {
        TRAPS.put(Site.Trap.PLAIN, "an ordinary page");
        TRAPS.put(Site.Trap.CONSENT, "a consent banner in colours that are not the brand's");
        TRAPS.put(Site.Trap.NO_BRAND, "a page without a brand, for which the extractor says so");
    }

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private SampleAnalyses() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> pages = CaptureCorpus.pages();
        HttpServer proxy = CaptureCorpus.proxy(pages);
        Path work = Files.createTempDirectory("samples");
        List<String> rows = new ArrayList<>();
        try (OpenBrowser browser = OpenBrowser.start(work, proxy.getAddress().getPort())) {
            for (Map.Entry<Site.Trap, String> sample : TRAPS.entrySet()) {
                Site site = first(sample.getKey());
                Path pictures = Files.createDirectories(work.resolve(site.name()));
                Snapshot page = browser.capture("http://" + site.name() + ".example/", pictures);
                Answer answer = Extractor.answer(page);
                Path picture = pictures.resolve(page.screenshots().getFirst().file());
                Files.write(DIRECTORY.resolve(site.name() + ".png"), Files.readAllBytes(picture));
                Map<String, Object> analysis = new LinkedHashMap<>();
                analysis.put("address", page.address());
                analysis.put("title", page.title());
                analysis.put("answer", answer);
                Files.writeString(DIRECTORY.resolve(site.name() + ".json"), MAPPER.writeValueAsString(analysis) + "\n");
                rows.add(row(site, sample.getValue(), answer));
            }
        } finally {
            proxy.stop(0);
        }
        Files.writeString(DIRECTORY.resolve("README.md"), text(rows));
        System.exit(0); // the browser's driver would keep the program alive
    }

    private static Site first(Site.Trap trap) {
        return Corpus.sites().stream()
                .map(Corpus.Authored::site)
                .filter(site -> site.trap() == trap)
                .findFirst()
                .orElseThrow();
    }

    private static String row(Site site, String about, Answer answer) {
        String label = site.primary().stream().map(Hex::value).findFirst().orElse("none");
        String chosen = answer.role(Role.PRIMARY)
                .map(choice -> String.format(
                        Locale.ROOT,
                        "%s, %.0f %% sure",
                        answer.swatch(choice.id()).hex().value(),
                        100 * choice.confidence()))
                .orElse("no clear brand colour");
        return "| [%1$s](%1$s.png) | %2$s | %3$s | %4$s | [JSON](%1$s.json) |"
                .formatted(site.name(), about, label, chosen);
    }

    private static String text(List<String> rows) {
        return """
                # Examples

                `deploy.yml` deploys from a pipeline.

                ## Sample analyses

                Pages of the theme corpus with the answer of the local extractor: its swatches with their evidence, the roles and suggestions. Written by
                `make theme-report`. [theme-analysis.md](../theme-analysis.md) explains what is in them.

                | Page | What it shows | Brand | Chosen | Answer |
                |---|---|---|---|---|
                %s
                """.formatted(String.join("\n", rows));
    }
}
