package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The labels in use among the tenants that a caller may see. */
@ApplicationScoped
class LabelList {
    private static final String USED = """
            select label, count(*) as tenants from tenant t, unnest(t.labels) label
            where ($1::uuid[] is null or t.id = any($1)) group by label""";
    private static final String COUNT = "select count(*) as total from (" + USED + ") used";
    private static final String PAGE = USED + " order by tenants desc, label limit $2 offset $3";

    private final Pool pool;

    LabelList(Pool pool) {
        this.pool = pool;
    }

    Uni<PageView<LabelView>> page(PageRequest page, Actor caller) {
        UUID[] seen = caller.tenants().map(ids -> ids.toArray(UUID[]::new)).orElse(null);
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(seen))
                .map(rows -> rows.iterator().next().getLong("total"))
                .flatMap(total -> pool.preparedQuery(PAGE)
                        .execute(Tuple.of(seen, page.size(), page.offset()))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> new LabelView(row.getString("label"), row.getLong("tenants")))
                                .toList())
                        .map(items -> PageView.of(items, page, total)));
    }
}
