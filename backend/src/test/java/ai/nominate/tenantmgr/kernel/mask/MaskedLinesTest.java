package ai.nominate.tenantmgr.kernel.mask;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedLinesTest {
    private static final String KEY = "BEGIN\nabcd\nefgh\nEND";

    private final MaskedLines lines =
            new MaskedLines(SecretMatcher.of(List.of(new Secret(KEY), new Secret("hunter2"))));

    @Test
    void lines_without_a_secret_are_shown_as_they_are_empty_ones_too() {
        List.of("", "one", "", "").forEach(lines::add);

        assertThat(lines.shown()).containsExactly("", "one", "", "");
        assertThat(lines.isWhole()).isTrue();
    }

    @Test
    void nothing_is_shown_of_no_lines() {
        assertThat(lines.shown()).isEmpty();
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void a_part_may_not_end_within_a_secret_of_several_lines() {
        List.of("before hunter2", "BEGIN", "abcd", "efgh").forEach(lines::add);

        assertThat(lines.isWhole()).isFalse();
        assertThat(lines.whole()).isEqualTo(1);
        assertThat(lines.shown()).containsExactly("before •••");

        lines.add("END");
        lines.add("after");

        assertThat(lines.isWhole()).isTrue();
        assertThat(lines.count()).isEqualTo(6);
        assertThat(lines.shown()).containsExactly("before •••", "•••", "after");
        assertThat(lines.firsts()).containsExactly(0, 1, 5);
    }

    @Test
    void what_only_began_like_a_secret_is_shown_as_soon_as_that_is_sure() {
        List.of("BEGIN", "abcd", "something else").forEach(lines::add);

        assertThat(lines.shown()).containsExactly("BEGIN", "abcd", "something else");
        assertThat(lines.firsts()).containsExactly(0, 1, 2);
    }

    @Test
    void each_line_that_is_shown_is_known_by_the_first_of_those_it_stands_for() {
        List.of("x hunter2 BEGIN", "abcd", "efgh", "END y", "one\ntwo", "BEGIN", "abcd", "no secret")
                .forEach(lines::add);

        assertThat(lines.shown()).containsExactly("x ••• ••• y", "one", "two", "BEGIN", "abcd", "no secret");
        assertThat(lines.firsts()).containsExactly(0, 4, 4, 5, 6, 7);
    }

    @Test
    void without_secrets_each_line_stands_for_itself() {
        MaskedLines plain = new MaskedLines(SecretMatcher.NONE);
        List.of("a", "", "b").forEach(plain::add);

        assertThat(plain.firsts()).containsExactly(0, 1, 2);
    }

    @Test
    void the_beginning_of_a_secret_at_the_end_is_masked_when_nothing_follows() {
        List.of("before", "BEGIN", "abcd").forEach(lines::add);

        assertThat(lines.all()).containsExactly("before", "•••");
    }
}
