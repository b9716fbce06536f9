package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.host.PostgresAddress;
import ai.nominate.tenantmgr.host.TestPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the application under test a real, fresh database. The server ends with the JVM, since other tests use it too. */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        PostgresAddress address = TestPostgres.address();
        return Map.of(
                "quarkus.datasource.jdbc.url", address.jdbcUrl(),
                "quarkus.datasource.reactive.url", address.reactiveUrl(),
                "quarkus.datasource.username", address.user(),
                "quarkus.datasource.password", address.password().reveal());
    }

    @Override
    public void stop() {
        // the server goes on for the tests that follow
    }
}
