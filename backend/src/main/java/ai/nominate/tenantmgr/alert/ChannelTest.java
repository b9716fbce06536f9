package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.channel.Channels;
import ai.nominate.tenantmgr.alert.channel.Notice;
import ai.nominate.tenantmgr.alert.channel.SendResult;
import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.settings.SecretBox;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Sends a test message at once, in one try, 10 a minute for everybody together. Blocks. */
@ApplicationScoped
class ChannelTest {
    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String INSERT = """
            insert into alert_delivery (id, channel_id, phase, state, created_at, due_at, tries, ended_at, detail)
            values (:id, :channel, 'test', :state, cast(:at as timestamptz), cast(:at as timestamptz), 1, :ended,
                cast(:detail as text))""";

    private final AlertChannels rows;
    private final Channels channels;
    private final Deliveries deliveries;
    private final SecretBox secrets;
    private final AlertEvents events;
    private final Audit audit;
    private final Clock clock;
    private final Deque<Instant> recent = new ArrayDeque<>();

    ChannelTest(
            AlertChannels rows,
            Channels channels,
            Deliveries deliveries,
            SecretBox secrets,
            AlertEvents events,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.channels = channels;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    DeliveryView send(String id, Actor actor) {
        ChannelRow row = Reactive.await(() -> Panache.withSession(() -> rows.require(id)));
        take();
        Instant begin = clock.instant();
        UUID delivery = Uuid7.next();
        Notice notice = new Notice(
                delivery,
                null,
                "test",
                "test",
                "warning",
                "a message to the channel " + row.name,
                actor.name() + " asked for this message. Nothing is wrong.",
                null,
                "tenant-manager",
                begin,
                null,
                null);
        SendResult result = channels.send(notice, ChannelAddress.of(row.id, row.kind, row.target, row.secret, secrets));
        String why = switch (result) {
            case SendResult.Sent sent -> null;
            case SendResult.Later later -> later.why();
            case SendResult.Failed failed -> failed.why();
        };
        Map<String, Object> values = new HashMap<>();
        values.put("id", delivery);
        values.put("channel", row.id);
        values.put("state", why == null ? "sent" : "failed");
        values.put("at", begin);
        values.put("ended", clock.instant());
        values.put("detail", why);
        Reactive.transaction(() -> Sql.execute(INSERT, values)
                .chain(() -> audit.record(
                        actor,
                        Change.created(
                                "alert.channel.test", row.name, null, Map.of("result", why == null ? "sent" : why))))
                .chain(() -> events.delivered(row.id)));
        return Reactive.await(() -> deliveries.one(delivery));
    }

    private synchronized void take() {
        Instant now = clock.instant();
        recent.removeIf(time -> time.isBefore(now.minus(WINDOW)));
        if (recent.size() >= MOST) {
            throw new ProblemException(RequestProblem.TOO_MANY, "Channels can be tested " + MOST + " times a minute")
                    .retryAfter(Duration.between(now, recent.peekFirst().plus(WINDOW))
                            .plusSeconds(1));
        }
        recent.addLast(now);
    }
}
