package ai.nominate.tenantmgr.analysis.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of a few colours is the brand's, rule by rule. */
class RankingTest {
    private static final String BOOTSTRAP = "#0d6efd";
    private static final String TEAL = "#0f766e";

    @Test
    void a_colour_of_a_framework_is_less_than_one_that_somebody_chose() {
        assertThat(first(button(BOOTSTRAP, 4), button(TEAL, 3))).isEqualTo(TEAL);
    }

    @Test
    void a_colour_of_a_framework_that_nothing_comes_near_is_the_brand_with_full_confidence() {
        assertThat(probability(button(BOOTSTRAP, 4))).isGreaterThan(0.9);
    }

    @Test
    void a_colour_that_is_named_for_a_state_is_less_than_another() {
        assertThat(first(named("#b91c1c", 4, "--danger"), button(TEAL, 3))).isEqualTo(TEAL);
    }

    @Test
    void a_colour_whose_uses_are_mostly_messages_is_less_than_another() {
        Cluster red = cluster("#b91c1c", Map.of(Kind.BUTTON, place(4, 20)), List.of());

        assertThat(first(red, button(TEAL, 3))).isEqualTo(TEAL);
    }

    @Test
    void tints_speak_for_the_purest_colour_of_their_hue() {
        Cluster amber = button("#b45309", 4);
        Cluster teal = button("#0d9488", 3);
        Cluster tint = cluster("#ccfbf1", Map.of(Kind.LINK, place(40, 40)), List.of());

        assertThat(first(amber, teal)).isEqualTo("#b45309");
        assertThat(first(amber, teal, tint)).isEqualTo("#0d9488");
    }

    @Test
    void what_the_page_calls_its_primary_is_an_answer_where_it_paints_no_colour() {
        Cluster declared = cluster(TEAL, Map.of(), List.of("--bs-primary"));

        assertThat(probability(declared)).isGreaterThan(Calibration.ABSTAIN);
        assertThat(first(declared, button("#b45309", 3))).isEqualTo("#b45309");
    }

    @Test
    void many_weak_colours_do_not_make_a_strong_one_doubtful_and_a_weak_one_alone_is_no_brand() {
        Cluster[] weak = new Cluster[25];
        for (int i = 0; i < weak.length; i++) {
            weak[i] = cluster(Hex.of(0x7f1d1d + i * 0x000906).value(), Map.of(Kind.BORDER, place(1, 1)), List.of());
        }
        Cluster[] all = Arrays.copyOf(weak, weak.length + 1);
        all[weak.length] = button(TEAL, 4);

        assertThat(probability(all)).isGreaterThan(0.9);
        assertThat(probability(weak[0])).isLessThan(Calibration.ABSTAIN);
    }

    private static String first(Cluster... clusters) {
        return Ranking.of(List.of(clusters), null).clusters().getFirst().hex().value();
    }

    private static double probability(Cluster... clusters) {
        return Calibration.probabilities(Ranking.of(List.of(clusters), null).scores())[0];
    }

    private static Cluster button(String hex, int count) {
        return cluster(hex, Map.of(Kind.BUTTON, place(count, count)), List.of());
    }

    private static Cluster named(String hex, int count, String property) {
        return cluster(hex, Map.of(Kind.BUTTON, place(count, count)), List.of(property));
    }

    private static Place place(int count, int all) {
        return new Place(count, 0.01, 0, all, List.of(), "a", List.of());
    }

    private static Cluster cluster(String hex, Map<Kind, Place> places, List<String> declared) {
        Hex colour = new Hex(hex);
        return new Cluster(List.of(colour), places, declared, false, Cluster.oklch(colour), Cluster.lab(colour));
    }
}
