package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the messages of an alert, or those to a channel. */
@ApplicationScoped
class Deliveries {
    private static final String SELECT = """
            select d.*, a.title, c.name as channel_name
            from alert_delivery d join alert_channel c on c.id = d.channel_id left join alert a on a.id = d.alert_id
            """;
    private static final String OF_ALERT = SELECT + "where d.alert_id = $1 order by d.created_at, d.id limit 200";
    private static final String ONE = SELECT + "where d.id = $1";
    private static final String OF_CHANNEL =
            SELECT + "where d.channel_id = $1 order by d.created_at desc, d.id desc limit $2 offset $3";
    private static final String COUNT = "select count(*) as total from alert_delivery where channel_id = $1";

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    Uni<List<DeliveryView>> ofAlert(UUID alert) {
        return read(OF_ALERT, Tuple.of(alert));
    }

    Uni<DeliveryView> one(UUID id) {
        return read(ONE, Tuple.of(id)).map(List::getFirst);
    }

    /** The newest first. */
    Uni<PageView<DeliveryView>> ofChannel(UUID channel, PageRequest page) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(channel))
                .map(rows -> rows.iterator().next().getLong("total"))
                .flatMap(total -> read(OF_CHANNEL, Tuple.of(channel, page.size(), page.offset()))
                        .map(items -> PageView.of(items, page, total)));
    }

    private Uni<List<DeliveryView>> read(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeliveryView::of)
                        .toList());
    }
}
