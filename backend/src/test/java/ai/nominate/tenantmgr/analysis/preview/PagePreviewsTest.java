package ai.nominate.tenantmgr.analysis.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Role;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which pages can be shown in a theme, and how many at once. */
class PagePreviewsTest {
    @Test
    void the_style_sheet_is_answered_at_the_path_that_the_release_names() {
        assertThat(PagePreviews.styleSheet(Map.of("/brand/logo", "logo", "/brand/theme.css", "theme.css")))
                .isEqualTo("/brand/theme.css");
    }

    @Test
    void a_release_that_names_none_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> PagePreviews.styleSheet(Map.of("/logo", "logo")))
                .hasMessageContaining("theme: { css: /theme.css }")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(PreviewProblem.NO_CSS));
    }

    @Test
    void a_user_has_one_request_at_a_time_and_others_are_not_held_up() {
        OneAtATime turns = new OneAtATime();
        Actor olive = new Actor("olive", Role.OPERATOR, Optional.empty(), null, null);

        assertThat(turns.run(olive, () -> turns.run(Actor.MANAGER, () -> "beside")))
                .isEqualTo("beside");
        assertThatThrownBy(() -> turns.run(olive, () -> turns.run(olive, () -> "twice")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RequestProblem.TOO_MANY));
        assertThat(turns.run(olive, () -> "again")).isEqualTo("again");
    }
}
