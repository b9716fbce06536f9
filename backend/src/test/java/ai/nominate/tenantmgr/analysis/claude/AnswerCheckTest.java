package ai.nominate.tenantmgr.analysis.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.analysis.extract.Radius;
import ai.nominate.tenantmgr.analysis.extract.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
    private final AnswerCheck check = new AnswerCheck(Questions.plain());

    @Test
    void a_good_answer_becomes_a_choice() throws UnusableAnswer {
        BrandChoice choice = check.of(ModelAnswers.good().toString());

        assertThat(choice.roles())
                .containsOnlyKeys(Role.PRIMARY, Role.ACCENT, Role.NEUTRAL, Role.BACKGROUND, Role.FOREGROUND);
        assertThat(choice.roles().get(Role.PRIMARY).id()).isEqualTo("c0");
        assertThat(choice.roles().get(Role.PRIMARY).evidence()).containsExactly("c0.button");
        assertThat(choice.primaryConfidence()).isEqualTo(0.95);
        assertThat(choice.logo()).isEqualTo("l0");
        assertThat(choice.headingFont()).isEqualTo("Sora");
        assertThat(choice.bodyFont()).isEqualTo("Inter");
        assertThat(choice.radius()).isEqualTo(Radius.MD);
        assertThat(choice.ideas()).extracting(BrandChoice.Idea::primary).containsExactly("c0", "c2");
        assertThat(choice.ideas()).extracting(BrandChoice.Idea::secondary).containsExactly("", "c0");
    }

    @Test
    void none_is_an_answer() throws UnusableAnswer {
        BrandChoice choice =
                check.of(changed(answer -> answer.set("primary", ModelAnswers.pick("none", 0.8, "No brand."))));

        assertThat(choice.roles()).doesNotContainKey(Role.PRIMARY);
        assertThat(choice.primaryConfidence()).isEqualTo(0.8);
    }

    @Test
    void colours_that_look_alike_are_not_two_colours_of_a_brand() throws UnusableAnswer {
        BrandChoice choice = check.of(changed(answer -> {
            answer.set("secondary", ModelAnswers.pick("c1", 0.9, "Another blue."));
            answer.set("foreground", ModelAnswers.pick("c4", 0.9, "White on white."));
            answer.putArray("suggestions").add(ModelAnswers.idea("Two blues", "c0", "c1", "c0"));
        }));

        assertThat(choice.roles()).doesNotContainKeys(Role.SECONDARY, Role.FOREGROUND);
        assertThat(choice.ideas().getFirst().secondary()).isEmpty();
        assertThat(choice.ideas().getFirst().accent()).isEmpty();
    }

    @Test
    void texts_are_short_of_one_line_and_without_colours_that_were_not_measured() throws UnusableAnswer {
        BrandChoice choice = check.of(changed(answer -> {
            answer.set("primary", ModelAnswers.pick("c0", 0.9, "Use #ff0000.\n\u0007" + "long ".repeat(200)));
            answer.putArray("suggestions").add(ModelAnswers.idea("x".repeat(300), "c0", "none", "none"));
            answer.putArray("warnings").add("<b>look</b>\u202e").add(" ").add("#1d4ed8 is fine");
        }));

        assertThat(choice.roles().get(Role.PRIMARY).reason())
                .startsWith("Use [not measured]. ?long")
                .hasSizeLessThanOrEqualTo(240);
        assertThat(choice.ideas().getFirst().title()).hasSize(40);
        assertThat(choice.warnings()).containsExactly("<b>look</b>?", "#1d4ed8 is fine");
    }

    @Test
    void evidence_that_does_not_exist_is_left_out() throws UnusableAnswer {
        BrandChoice choice = check.of(changed(answer -> ((ObjectNode) answer.get("primary"))
                .putArray("evidence")
                .add("c0.button")
                .add("c9.hero")
                .add("theme-color")
                .add("javascript:alert(1)")
                .add("l0")));

        assertThat(choice.roles().get(Role.PRIMARY).evidence()).containsExactly("c0.button", "theme-color", "l0");
    }

    @Test
    void what_was_not_offered_makes_an_answer_unusable() {
        isUnusable(answer -> answer.set("primary", ModelAnswers.pick("c6", 0.9, "")));
        isUnusable(answer -> answer.set("accent", ModelAnswers.pick("c23", 0.9, "")));
        isUnusable(answer -> answer.set("primary", ModelAnswers.pick("#ff0000", 0.9, "")));
        isUnusable(answer -> answer.put("logoId", "l1"));
        isUnusable(answer -> answer.put("bodyFontId", "f2"));
        isUnusable(answer -> answer.put("radius", "1rem"));
        isUnusable(answer -> answer.put("mood", "red;}</style>"));
        isUnusable(answer -> answer.putArray("suggestions").add(ModelAnswers.idea("x", "none", "none", "none")));
        isUnusable(answer -> answer.putArray("suggestions").add(ModelAnswers.idea("x", "c0", "c77", "none")));
    }

    @Test
    void what_is_not_of_the_form_makes_an_answer_unusable() {
        isUnusable(answer -> answer.put("primaryHex", "#ff0000"));
        isUnusable(answer -> ((ObjectNode) answer.get("primary")).put("hex", "#ff0000"));
        isUnusable(answer -> answer.remove("accent"));
        isUnusable(answer -> answer.putNull("primary"));
        isUnusable(answer -> answer.put("suggestions", "none"));
        isUnusable(answer -> answer.putArray("suggestions").addNull());
        isUnusable(answer -> ((ObjectNode) answer.get("primary")).put("confidence", "high"));
        isUnusable(answer -> ((ObjectNode) answer.get("primary")).put("confidence", 1.5));
        isUnusable(answer -> ((ObjectNode) answer.get("primary")).put("confidence", -0.1));
        isUnusable(answer -> ((ObjectNode) answer.get("primary")).putNull("reason"));
        isUnusable(answer -> ((ObjectNode) answer.get("primary")).putNull("evidence"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "I think the brand is blue.",
                "[]",
                "{}",
                "{\"primary\":",
                "```json\n{}\n```",
                "NaN",
            })
    void what_is_no_answer_is_unusable(String text) {
        assertThatThrownBy(() -> check.of(text)).isInstanceOf(UnusableAnswer.class);
    }

    @Test
    void an_answer_with_a_second_value_or_a_name_twice_is_unusable() {
        String good = ModelAnswers.good().toString();

        assertThatThrownBy(() -> check.of(good + " and then some")).isInstanceOf(UnusableAnswer.class);
        assertThatThrownBy(() -> check.of(good + good)).isInstanceOf(UnusableAnswer.class);
        assertThatThrownBy(() -> check.of(good.replaceFirst("\\{", "{\"mood\":\"calm\",")))
                .isInstanceOf(UnusableAnswer.class);
        assertThatThrownBy(() -> check.of(good.replace("0.95", "NaN"))).isInstanceOf(UnusableAnswer.class);
    }

    private void isUnusable(Consumer<ObjectNode> change) {
        String answer = changed(change);
        assertThatThrownBy(() -> check.of(answer)).as(answer).isInstanceOf(UnusableAnswer.class);
    }

    private static String changed(Consumer<ObjectNode> change) {
        ObjectNode answer = ModelAnswers.good();
        change.accept(answer);
        return answer.toString();
    }
}
