package ai.nominate.tenantmgr.analysis.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.corpus.Corpus;
import ai.nominate.tenantmgr.analysis.corpus.Evidence;
import ai.nominate.tenantmgr.analysis.corpus.Figures;
import ai.nominate.tenantmgr.analysis.corpus.Outcome;
import ai.nominate.tenantmgr.analysis.corpus.Site;
import ai.nominate.tenantmgr.analysis.evidence.Look;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The local extractor on the committed evidence of all authored pages. */
class ExtractorTest {
    private static final Duration MOST = Duration.ofMillis(300);
    private static final int SHUFFLES = 3;
    private static final int FEWEST = 108;

    private static final Function<Site, Snapshot> FULL = site -> Evidence.of(site, false);
    private static final Function<Site, Snapshot> WITHOUT_TOKENS =
            site -> Evidence.withoutTokens(Evidence.of(site, false));

    @Test
    void the_brand_is_found_on_pages_that_no_weight_was_chosen_on() {
        Figures heldOut = figures(FULL, Site::heldOut);

        assertThat(heldOut.hit()).as("primary is the first").isGreaterThanOrEqualTo(0.90);
        assertThat(heldOut.hitAmongThree()).as("primary is among three").isGreaterThanOrEqualTo(0.97);
        assertThat(heldOut.second()).as("second colour is among five").isGreaterThanOrEqualTo(0.80);
        assertThat(heldOut.logoRecall()).isGreaterThanOrEqualTo(0.90);
        assertThat(heldOut.logoPrecision()).isGreaterThanOrEqualTo(0.95);
        assertThat(heldOut.font()).isGreaterThanOrEqualTo(0.95);
        assertThat(heldOut.calibrationError()).isLessThanOrEqualTo(0.08);
    }

    @Test
    void it_needs_no_custom_properties() {
        assertThat(figures(WITHOUT_TOKENS, Site::heldOut).hit()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void it_says_nothing_where_there_is_no_brand() {
        Figures all = figures(FULL, site -> true);

        assertThat(all.abstentionPrecision()).isGreaterThanOrEqualTo(0.90);
        assertThat(all.abstentionRecall()).isGreaterThanOrEqualTo(0.80);
    }

    @Test
    void the_order_of_the_evidence_changes_no_byte_of_the_answer() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Random random = new Random(7);
        for (Corpus.Authored authored : captured()) {
            Snapshot page = Evidence.of(authored.site(), false);
            String answer = json.writeValueAsString(Extractor.answer(page));
            for (int i = 0; i < SHUFFLES; i++) {
                assertThat(json.writeValueAsString(Extractor.answer(shuffled(page, random))))
                        .as(authored.site().name())
                        .isEqualTo(answer);
            }
        }
    }

    @Test
    void it_takes_less_than_a_third_of_a_second() {
        Extractor.answer(Evidence.of(captured().getFirst().site(), false));
        for (Corpus.Authored authored : captured()) {
            Snapshot page = Evidence.of(authored.site(), false);
            Duration fastest = IntStream.range(0, 3)
                    .mapToObj(attempt -> time(page))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(fastest).isLessThan(MOST);
        }
    }

    @Test
    void every_answer_names_only_what_was_measured() {
        for (Corpus.Authored authored : captured()) {
            Snapshot page = Evidence.of(authored.site(), false);
            Answer answer = Extractor.answer(page);

            assertThat(answer.swatches()).hasSizeLessThanOrEqualTo(24);
            assertThat(answer.suggestions())
                    .hasSizeBetween(3, 5)
                    .allSatisfy(suggestion -> answer.swatch(suggestion.primary()));
            assertThat(answer.swatches())
                    .allSatisfy(swatch -> assertThat(measured(page))
                            .containsAll(swatch.members().stream()
                                    .map(Object::toString)
                                    .toList()));
        }
    }

    private static Duration time(Snapshot page) {
        long start = System.nanoTime();
        Extractor.answer(page);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The sites whose evidence is committed. */
    private static List<Corpus.Authored> captured() {
        List<Corpus.Authored> captured = Corpus.sites().stream()
                .filter(authored -> Files.exists(Evidence.file(authored.site().name())))
                .toList();
        assertThat(captured).hasSizeGreaterThanOrEqualTo(FEWEST);
        return captured;
    }

    private static List<String> measured(Snapshot page) {
        List<String> colours = new ArrayList<>();
        page.light().paints().forEach(paint -> colours.add(paint.colour().value()));
        page.declared().forEach(declared -> colours.add(declared.colour().value()));
        page.logos().forEach(logo -> logo.colours().forEach(colour -> colours.add(colour.value())));
        return colours;
    }

    private static Figures figures(Function<Site, Snapshot> evidence, Predicate<Site> which) {
        return new Figures(captured().stream()
                .map(Corpus.Authored::site)
                .filter(which)
                .map(site -> Outcome.of(site, evidence.apply(site)))
                .toList());
    }

    private static Snapshot shuffled(Snapshot page, Random random) {
        Look light = page.light();
        return new Snapshot(
                page.address(),
                page.title(),
                page.viewport(),
                page.height(),
                page.screenshots(),
                new Look(
                        light.scheme(),
                        light.background(),
                        light.foreground(),
                        light.elements(),
                        light.complete(),
                        shuffled(light.paints(), random),
                        shuffled(light.pixels(), random)),
                page.dark(),
                shuffled(page.declared(), random),
                shuffled(page.fonts(), random),
                shuffled(page.corners(), random),
                shuffled(page.logos(), random),
                page.notes());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
