package ai.nominate.tenantmgr.host;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.PostgresTestResource;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void all_tests_of_a_jvm_share_one_fresh_database() throws SQLException {
        Map<String, String> settings = new PostgresTestResource().start();

        PostgresAddress address = TestPostgres.address();

        assertThat(settings).containsEntry("quarkus.datasource.jdbc.url", address.jdbcUrl());
        try (PostgresSession session = new PostgresSession(address)) {
            assertThat(session.finds("select where current_database() = '" + address.database() + "'"))
                    .isTrue();
        }
    }
}
