package ai.nominate.tenantmgr.host.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.postgres.StatementLog.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parameters that PostgreSQL's log names. */
class StatementLogTest {
    private final Statement statement = new Statement("select $1, $2, $3", List.of());

    @Test
    void quotes_within_a_parameter_are_doubled() {
        assertThat(statement.with("$1 = 'it''s', $2 = NULL, $3 = ''").parameters())
                .containsExactly("'it''s'", "NULL", "''");
    }

    @Test
    void a_parameter_may_have_a_million_characters() {
        String letters = "'" + "x".repeat(1_000_000) + "'";
        String quotes = "'" + "''".repeat(500_000) + "'";

        assertThat(statement.with("$1 = " + letters + ", $2 = " + quotes).parameters())
                .containsExactly(letters, quotes);
    }
}
