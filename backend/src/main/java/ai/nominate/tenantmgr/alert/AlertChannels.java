package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.channel.ChannelKind;
import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.web.SqlFailure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes, changes and removes channels. */
@ApplicationScoped
class AlertChannels {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TURN_OFF = """
            update alert_delivery set state = 'dropped', ended_at = :now, detail = 'The channel was turned off'
            where channel_id = :channel and state = 'waiting'""";
    private static final String LEAVE_RULES =
            "update alert_rule set channels = array_remove(channels, cast(:channel as text)) where cast(:channel as text) = any(channels)";

    private final SecretBox secrets;
    private final AlertEvents events;
    private final Audit audit;
    private final Clock clock;

    AlertChannels(SecretBox secrets, AlertEvents events, Audit audit, Clock clock) {
        this.secrets = secrets;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<List<ChannelView>> list() {
        return Panache.withSession(() -> ChannelRow.<ChannelRow>list("order by name")
                .map(rows -> rows.stream().map(row -> ChannelView.of(row, null)).toList()));
    }

    /** @return with the signing secret, if one was made */
    Uni<ChannelView> create(ChannelChange wanted, Actor actor) {
        ChannelRow row = new ChannelRow();
        row.id = Uuid7.next();
        row.kind = wanted.check(null).id();
        row.createdAt = clock.instant();
        row.createdBy = actor.name();
        Secret made = set(row, wanted);
        return Panache.withTransaction(() -> unique(row.persistAndFlush())
                .chain(() ->
                        audit.record(actor, Change.created("alert.channel.create", row.name, null, state(row, true))))
                .chain(events::setUp)
                .replaceWith(() -> ChannelView.of(row, made == null ? null : made.reveal())));
    }

    Uni<ChannelView> change(String id, ChannelChange wanted, Actor actor) {
        return Panache.withTransaction(() -> require(id).flatMap(row -> {
            wanted.check(row);
            Map<String, Object> before = state(row, false);
            Secret made = set(row, wanted);
            return unique(row.flush())
                    .chain(() -> row.enabled
                            ? Uni.createFrom().item(0)
                            : Sql.execute(TURN_OFF, Map.of("channel", row.id, "now", clock.instant())))
                    .chain(() -> audit.record(
                            actor,
                            Change.updated(
                                    "alert.channel.change",
                                    row.name,
                                    null,
                                    before,
                                    state(row, wanted.url() != null || wanted.secret() != null))))
                    .chain(events::setUp)
                    .replaceWith(() -> ChannelView.of(row, made == null ? null : made.reveal()));
        }));
    }

    Uni<Void> delete(String id, Actor actor) {
        return Panache.withTransaction(() -> require(id)
                .flatMap(row -> Sql.execute(LEAVE_RULES, Map.of("channel", row.id.toString()))
                        .chain(row::delete)
                        .chain(() -> audit.record(
                                actor, Change.deleted("alert.channel.delete", row.name, null, state(row, false))))
                        .chain(events::setUp)));
    }

    /** In the caller's session. */
    Uni<ChannelRow> require(String id) {
        return (Sql.isId(id)
                        ? ChannelRow.<ChannelRow>findById(UUID.fromString(id))
                        : Uni.createFrom().<ChannelRow>nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        AlertProblem.CHANNEL_UNKNOWN, "List channels with GET /api/alert-channels"));
    }

    /** @return the secret that was made; null if none was */
    private Secret set(ChannelRow row, ChannelChange wanted) {
        ChannelKind kind = row.channelKind();
        row.name = wanted.cleanName();
        row.enabled = wanted.isEnabled();
        row.target = wanted.target(kind);
        String given = kind == ChannelKind.SLACK ? wanted.url() : kind == ChannelKind.WEBHOOK ? wanted.secret() : null;
        if (given != null) {
            row.secret = secrets.encrypt(new Secret(given), ChannelAddress.place(row.id));
        } else if (kind == ChannelKind.WEBHOOK && row.secret == null) {
            Secret made = made();
            row.secret = secrets.encrypt(made, ChannelAddress.place(row.id));
            return made;
        }
        return null;
    }

    private static Secret made() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static <T> Uni<T> unique(Uni<T> written) {
        return written.onFailure(e -> SqlFailure.violates(e, "alert_channel_name_key"))
                .transform(e -> new ProblemException(AlertProblem.NAME_TAKEN, "Another channel has this name")
                        .withError("name", "belongs to another channel"));
    }

    /** The audit shows the mask of a secret that is new. */
    private static Map<String, Object> state(ChannelRow row, boolean isSecretNew) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", row.name);
        state.put("kind", row.kind);
        state.put("enabled", row.enabled);
        state.put("target", row.target);
        state.put("secret", isSecretNew && row.secret != null ? new Secret("") : null);
        return state;
    }
}
