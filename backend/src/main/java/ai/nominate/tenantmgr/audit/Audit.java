package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.idempotency.IdempotentRequests;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Writes and reads the audit log. */
@ApplicationScoped
public class Audit {
    private static final String INSERT = """
            insert into audit_entry (id, at, actor, role, action, subject, state_before, state_after, mac)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final AuditEvents events;
    private final AuditSignature signature;
    private final Clock clock;

    Audit(AuditEvents events, AuditSignature signature, Clock clock) {
        this.events = events;
        this.signature = signature;
        this.clock = clock;
    }

    /** Runs in the caller's transaction: a change and its audit entry are committed together. */
    public Uni<Void> record(Actor actor, Change change) {
        AuditEntry entry = new AuditEntry();
        entry.id = Uuid7.next();
        entry.at = clock.instant();
        entry.actor = actor.name();
        entry.role = actor.role().id();
        entry.address = actor.address();
        entry.requestId = actor.requestId();
        entry.action = change.action();
        entry.subject = change.subject();
        entry.tenantId = change.tenant();
        entry.before = normalized(change.before());
        entry.after = normalized(change.after());
        entry.mac = signature.sign(entry.canonical().bytes());
        return IdempotentRequests.markEffective(actor.attempt())
                .chain(() -> entry.persist())
                .chain(() -> events.recorded(change.tenant(), change.action()));
    }

    /** Same, for a program without the application, in the transaction of its connection. */
    public static void record(Connection connection, AuditSignature signature, Actor actor, Change change, Instant at)
            throws SQLException {
        UUID id = Uuid7.next();
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        String before = json(change.before());
        String after = json(change.after());
        String role = actor.role().id();
        CanonicalEntry entry = CanonicalEntry.of(
                id, time, actor.name(), role, null, null, change.action(), change.subject(), null, before, after);
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setObject(2, time.atOffset(ZoneOffset.UTC));
            insert.setString(3, actor.name());
            insert.setString(4, role);
            insert.setString(5, change.action());
            insert.setString(6, change.subject());
            insert.setString(7, before);
            insert.setString(8, after);
            insert.setString(9, signature.sign(entry.bytes()));
            insert.executeUpdate();
        }
    }

    /** Stores the mask of a secret; otherwise the entity would differ from its row and be written again. */
    private static Map<String, Object> normalized(Map<String, ?> state) {
        return Map.copyOf(new StateJson().convertToEntityAttribute(json(state)));
    }

    private static String json(Map<String, ?> state) {
        return new StateJson().convertToDatabaseColumn(Map.copyOf(withoutNulls(state)));
    }

    private static Map<String, ?> withoutNulls(Map<String, ?> state) {
        Map<String, Object> rest = new java.util.TreeMap<>(state);
        rest.values().removeIf(java.util.Objects::isNull);
        return rest;
    }

    Uni<PageView<AuditView>> list(AuditQuery query) {
        return Panache.withSession(() -> AuditEntry.count(query.where(), query.parameters())
                .flatMap(total -> AuditEntry.<AuditEntry>find(
                                query.where() + " order by at desc, id desc", query.parameters())
                        .page(query.page().page(), query.page().size())
                        .list()
                        .map(entries ->
                                PageView.of(entries.stream().map(AuditView::of).toList(), query.page(), total))));
    }
}
