package ai.nominate.tenantmgr.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantNotesTest {
    @Test
    void a_label_is_a_strict_word() {
        for (String label : List.of("a", "7", "pilot", "region:eu-1", "a.b_c", "x".repeat(40))) {
            assertThat(new TenantLabel(label).value()).isEqualTo(label);
        }
        for (String label : List.of("", "A", "-a", "a-", "a b", "ä", "a/b", "a,b", "x".repeat(41))) {
            assertThatThrownBy(() -> new TenantLabel(label)).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void a_time_zone_is_a_name_of_the_database_and_no_offset() {
        assertThat(new TenantTimeZone("Europe/Berlin").zone().getId()).isEqualTo("Europe/Berlin");
        for (String zone : List.of("", "+02:00", "UTC+2", "europe/berlin", "Mars/Olympus", "Z")) {
            assertThatThrownBy(() -> new TenantTimeZone(zone)).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void what_is_blank_or_absent_is_nothing() {
        Fields fields = new Fields();

        assertThat(TenantNotes.of(fields, null, null, null)).isEqualTo(TenantNotes.NONE);
        assertThat(TenantNotes.of(fields, " ", List.of(), "\n ")).isEqualTo(TenantNotes.NONE);
        assertThat(fields.errors()).isEmpty();
    }

    @Test
    void a_text_keeps_its_lines_and_has_no_characters_that_are_not_shown() {
        assertThat(NoteText.of(" one\r\n\ttwo ")).isEqualTo("one\n\ttwo");
        assertThat(NoteText.of("x".repeat(4000))).hasSize(4000);
        for (String text : List.of("x".repeat(4001), "bell\u0007", "turn\u202e", "nul\u0000")) {
            assertThatThrownBy(() -> NoteText.of(text)).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void each_wrong_label_is_named_and_too_many_are_refused_at_once() {
        assertThat(errors(List.of("fine", "Not", "fine", "no!"))).containsExactly("labels[1]", "labels[3]");
        assertThat(errors(Collections.singletonList(null))).containsExactly("labels[0]");
        assertThat(errors(Stream.iterate(0, i -> i + 1)
                        .limit(21)
                        .map(i -> "l" + i)
                        .toList()))
                .containsExactly("labels");
    }

    @Test
    void a_stored_zone_that_this_java_does_not_know_counts_as_none() {
        TenantNotes notes = TenantNotes.stored("Old/Gone", new String[] {"pilot"}, null);

        assertThat(notes.timeZone()).isEmpty();
        assertThat(notes.labelTexts()).containsExactly("pilot");
    }

    private static List<String> errors(List<String> labels) {
        Fields fields = new Fields();
        TenantNotes.of(fields, null, labels, null);
        return fields.errors().stream().map(FieldError::field).toList();
    }
}
