package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.web.Attempts;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Writes down who did what, and reads it back. */
@ApplicationScoped
public class Audit {
    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    /** In the caller's transaction: a change that is not written down did not happen, and the other way round. */
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
        entry.before = Map.copyOf(withoutNulls(change.before()));
        entry.after = Map.copyOf(withoutNulls(change.after()));
        return Attempts.effective(actor.attempt()).chain(() -> entry.persist()).replaceWithVoid();
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
