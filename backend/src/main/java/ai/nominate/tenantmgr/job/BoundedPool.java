package ai.nominate.tenantmgr.job;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The reactive pool with a time limit for getting a connection: a request without one gets 503 with Retry-After. */
@Singleton
class BoundedPool implements PgPoolCreator {
    private static final int CONNECTION_SECONDS = 4;

    @Override
    public Pool create(Input input) {
        input.poolOptions().setConnectionTimeout(CONNECTION_SECONDS).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
