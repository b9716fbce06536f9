package ai.nominate.tenantmgr.host.postgres;



import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void all_tests_of_a_jvm_share_one_fresh_database() throws SQLException {
        PostgresAddress address = TestPostgres.address();

        assertThat(TestPostgres.address()).isEqualTo(address);
        try (PostgresSession session = new PostgresSession(address)) {
            assertThat(session.finds("select where current_database() = '" + address.database() + "'"))
                    .isTrue();
        }
    }
}
