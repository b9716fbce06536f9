package ai.nominate.tenantmgr.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV that spreadsheets read as it is meant. */
class CsvRowTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "|x", "%x"})
    void a_cell_that_would_be_a_formula_begins_with_an_apostrophe(String text) {
        String cell = new CsvRow().add(text).toString();

        assertThat(cell.replaceFirst("^\"", "")).startsWith("'");
    }

    @Test
    void quotes_commas_and_line_ends_are_quoted() {
        assertThat(new CsvRow()
                        .add("a,b")
                        .add("say \"no\"")
                        .add("two\nlines")
                        .add(null)
                        .add(7)
                        .toString())
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,7\r\n");
    }

    @Test
    void plain_text_stays_as_it_is() {
        assertThat(new CsvRow().add("GET /api/tenants 200 3 ms").add("a-b=c").toString())
                .isEqualTo("GET /api/tenants 200 3 ms,a-b=c\r\n");
    }
}
