package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.auth.credential.TokenCheck;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.tenant.TenantQuery;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The tenant list with the plain reactive client: the reference of {@code deploy/bench/list}. The same two statements,
 * the same fields, the same check of the same token, and nothing else; the product's two-second cache of credentials is
 * omitted. Only in the test tree.
 */
public final class BareList extends AbstractVerticle {
    private static final int LOOPS = 2 * Runtime.getRuntime().availableProcessors();
    private static final int CONNECTIONS = 24;

    private final int port;
    private final Pool pool;
    private final TokenCheck tokens;

    private BareList(int port, Pool pool, TokenCheck tokens) {
        this.port = port;
        this.pool = pool;
        this.tokens = tokens;
    }

    /** PORT HOME: the port to listen on, and the home with the database and key. */
    public static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path home = Path.of(arguments[1]);
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS).setEventLoopSize(LOOPS))
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(Integer.parseInt(text(home.resolve("pg/port"))))
                        .setUser("tenantmgr")
                        .setPassword(text(home.resolve("pg/password")))
                        .setDatabase("tenantmgr"))
                .using(vertx)
                .build();
        TokenCheck tokens = new TokenCheck(new Home(home).signingKeys());
        vertx.deployVerticle(() -> new BareList(port, pool, tokens), new DeploymentOptions().setInstances(LOOPS))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @Override
    public void start() {
        vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        if (!tokens.passes(request.getHeader("Authorization").substring("Bearer ".length()))) {
            request.response().setStatusCode(401).end();
            return;
        }
        TenantQuery query = TenantQuery.of(
                request.getParam("page"),
                request.getParam("size"),
                request.getParam("status"),
                request.getParam("health"),
                request.getParam("label"),
                request.getParam("search"),
                request.getParam("sort"),
                Actor.MANAGER);
        run(TenantList.count(query))
                .map(rows -> rows.iterator().next().getLong("total"))
                .compose(total -> run(TenantList.items(query, total)).map(rows -> page(rows, query, total)))
                .onSuccess(page -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(page.toBuffer()))
                .onFailure(e -> request.response().setStatusCode(500).end(e.toString()));
    }

    private Future<RowSet<Row>> run(TenantList.Statement statement) {
        return pool.preparedQuery(statement.sql()).execute(io.vertx.sqlclient.Tuple.from(statement.parameters()));
    }

    private static JsonObject page(RowSet<Row> rows, TenantQuery query, long total) {
        JsonArray items = new JsonArray();
        rows.forEach(row -> items.add(item(row)));
        return new JsonObject()
                .put("items", items)
                .put("page", query.page().page())
                .put("size", query.page().size())
                .put("total", total);
    }

    private static JsonObject item(Row row) {
        int first = row.getInteger("first_port");
        return new JsonObject()
                .put("id", row.getUUID("id").toString())
                .put("slug", row.getString("slug"))
                .put("name", row.getString("name"))
                .put("domain", row.getString("domain"))
                .put("status", row.getString("status"))
                .put("health", row.getString("health"))
                .put("ports", pair(first).put("standby", pair(first + 2)))
                .put("url", "http://" + row.getString("local") + ":8080")
                .put("labels", new JsonArray(List.of((Object[]) row.getArrayOfStrings("labels"))))
                .put(
                        "slots",
                        new JsonObject()
                                .put("live", row.getString("live_slot"))
                                .put("a", slot(row, "a"))
                                .put("b", slot(row, "b")))
                .put(
                        "lastDeployment",
                        new JsonObject()
                                .put("id", row.getUUID("last_id").toString())
                                .put("status", row.getString("last_status"))
                                .put("finishedAt", time(row, "last_finished_at")))
                .put("createdAt", time(row, "created_at"));
    }

    private static JsonObject slot(Row row, String name) {
        String status = row.getString(name + "_status");
        return new JsonObject()
                .put("release", row.getString(name + "_release"))
                .put("status", status == null ? "empty" : status);
    }

    private static JsonObject pair(int frontend) {
        return new JsonObject().put("frontend", frontend).put("backend", frontend + 1);
    }

    private static String time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant().toString();
    }

    private static String text(Path file) throws java.io.IOException {
        return Files.readString(file).strip();
    }
}
