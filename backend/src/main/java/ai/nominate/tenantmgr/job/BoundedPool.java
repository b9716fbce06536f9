package ai.nominate.tenantmgr.job;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The reactive pool with two time limits. A request that gets no connection is answered 503 with Retry-After. A transaction in which
 * nothing is sent is ended by the server: a manager that was stopped inside one would hold its locks for as long as it is stopped, and
 * no other manager could take its runs over.
 */
@Singleton
class BoundedPool implements PgPoolCreator {
    private static final int CONNECTION_SECONDS = 4;
    /** Below the 30 s of a server's lease, so that the locks are free when another manager takes over. */
    private static final String IDLE_TRANSACTION_MS = "20000";

    @Override
    public Pool create(Input input) {
        input.poolOptions().setConnectionTimeout(CONNECTION_SECONDS).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        input.pgConnectOptionsList()
                .forEach(options -> options.addProperty("idle_in_transaction_session_timeout", IDLE_TRANSACTION_MS));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
