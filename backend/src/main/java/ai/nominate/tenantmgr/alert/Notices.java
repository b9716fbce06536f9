package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.channel.Address;
import ai.nominate.tenantmgr.alert.channel.MailSettings;
import ai.nominate.tenantmgr.alert.channel.Notice;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.settings.Settings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Puts a message into words, from its rows as they are now. */
@ApplicationScoped
class Notices {
    private static final String MESSAGE = """
            select d.id, d.phase, a.id as alert_id, a.kind, a.severity, a.title, a.detail, a.tenant_slug, s.name as server,
                   a.began_at, a.ended_at, c.id as channel_id, c.kind as channel_kind, c.target, c.secret
            from alert_delivery d join alert a on a.id = d.alert_id join server s on s.id = a.server_id
            join alert_channel c on c.id = d.channel_id
            where d.id = $1""";

    private final Pool pool;
    private final Settings settings;
    private final SecretBox secrets;

    Notices(Pool pool, Settings settings, SecretBox secrets) {
        this.pool = pool;
        this.settings = settings;
        this.secrets = secrets;
    }

    record Outgoing(Notice notice, Address address) {}

    Uni<Outgoing> of(UUID delivery) {
        return settings.get(MailSettings.PAGES)
                .flatMap(pages -> pool.preparedQuery(MESSAGE)
                        .execute(Tuple.of(delivery))
                        .map(rows -> rows.iterator().next())
                        .map(row -> new Outgoing(
                                notice(row, pages),
                                ChannelAddress.of(
                                        row.getUUID("channel_id"),
                                        row.getString("channel_kind"),
                                        row.getString("target"),
                                        row.getString("secret"),
                                        secrets))));
    }

    private static Notice notice(Row row, String pages) {
        boolean isOver = "over".equals(row.getString("phase"));
        return new Notice(
                row.getUUID("id"),
                row.getUUID("alert_id"),
                row.getString("phase"),
                row.getString("kind"),
                row.getString("severity"),
                row.getString("title"),
                row.getString("detail"),
                row.getString("tenant_slug"),
                row.getString("server"),
                time(row, "began_at"),
                isOver ? time(row, "ended_at") : null,
                pages.isEmpty() ? null : pages + "/alerts/" + row.getUUID("alert_id"));
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
