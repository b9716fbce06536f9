package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.finding.AlertSource;
import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.web.SqlFailure;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lists, makes, changes and removes rules. */
@ApplicationScoped
class RuleEditing {
    private static final String SLUGS = """
            select r.id, t.slug from alert_rule r join tenant t on t.id = r.tenant_id""";

    private final List<AlertSource> sources;
    private final TenantRegistry tenants;
    private final AlertEvents events;
    private final Audit audit;
    private final Clock clock;

    RuleEditing(@All List<AlertSource> sources, TenantRegistry tenants, AlertEvents events, Audit audit, Clock clock) {
        this.sources = sources;
        this.tenants = tenants;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A caller that is limited to some tenants sees the rules about these and about all. */
    Uni<RulesView> list(Actor actor) {
        return Panache.withSession(() -> slugs().flatMap(slugs -> RuleRow.<RuleRow>list("order by name")
                .map(rows -> new RulesView(
                        rows.stream()
                                .filter(row -> row.tenantId == null || actor.canAccess(row.tenantId))
                                .map(row -> RuleView.of(row, slugs.get(row.id)))
                                .toList(),
                        sources.stream()
                                .map(source -> new RulesView.Kind(source.kind(), source.title()))
                                .distinct()
                                .sorted(java.util.Comparator.comparing(RulesView.Kind::title))
                                .toList()))));
    }

    Uni<RuleView> create(RuleChange wanted, Actor actor) {
        wanted.check(kinds());
        RuleRow row = new RuleRow();
        row.id = Uuid7.next();
        row.createdAt = clock.instant();
        row.createdBy = actor.name();
        return Panache.withTransaction(() -> set(row, wanted, actor)
                .flatMap(slug -> unique(row.persistAndFlush())
                        .chain(() -> audit.record(
                                actor, Change.created("alert.rule.create", row.name, row.tenantId, state(row))))
                        .chain(events::setUp)
                        .replaceWith(() -> RuleView.of(row, slug.isEmpty() ? null : slug))));
    }

    Uni<RuleView> change(String id, RuleChange wanted, Actor actor) {
        return Panache.withTransaction(() -> require(id).flatMap(row -> {
            wanted.check(kinds());
            Map<String, Object> before = state(row);
            return set(row, wanted, actor)
                    .flatMap(slug -> unique(row.flush())
                            .chain(() -> audit.record(
                                    actor,
                                    Change.updated("alert.rule.change", row.name, row.tenantId, before, state(row))))
                            .chain(events::setUp)
                            .replaceWith(() -> RuleView.of(row, slug.isEmpty() ? null : slug)));
        }));
    }

    Uni<Void> delete(String id, Actor actor) {
        return Panache.withTransaction(() -> require(id)
                .flatMap(row -> row.delete()
                        .chain(() -> audit.record(
                                actor, Change.deleted("alert.rule.delete", row.name, row.tenantId, state(row))))
                        .chain(events::setUp)));
    }

    private Set<String> kinds() {
        return sources.stream().map(AlertSource::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the slug of its tenant, or an empty text */
    private Uni<String> set(RuleRow row, RuleChange wanted, Actor actor) {
        return ChannelRow.<ChannelRow>listAll()
                .map(rows -> rows.stream().map(channel -> channel.id.toString()).collect(Collectors.toSet()))
                .invoke(known -> {
                    if (!known.containsAll(wanted.channels())) {
                        throw invalid("channels", "names a channel that does not exist");
                    }
                })
                .chain(() -> wanted.tenant() == null
                        ? Uni.createFrom().item("")
                        : tenants.get(wanted.tenant(), actor)
                                .onFailure(ProblemException.class)
                                .transform(e -> invalid("tenant", "does not exist"))
                                .invoke(tenant -> row.tenantId = tenant.id())
                                .map(tenant -> tenant.slug().value()))
                .invoke(slug -> {
                    wanted.into(row);
                    if (wanted.tenant() == null) {
                        row.tenantId = null;
                    }
                });
    }

    private static Uni<Map<UUID, String>> slugs() {
        return Panache.getSession()
                .flatMap(session ->
                        session.createNativeQuery(SLUGS, Object[].class).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1])));
    }

    private static Uni<RuleRow> require(String id) {
        return (Sql.isId(id)
                        ? RuleRow.<RuleRow>findById(UUID.fromString(id))
                        : Uni.createFrom().<RuleRow>nullItem())
                .onItem()
                .ifNull()
                .failWith(
                        () -> new ProblemException(AlertProblem.RULE_UNKNOWN, "List rules with GET /api/alert-rules"));
    }

    private static ProblemException invalid(String field, String why) {
        return new ProblemException(RequestProblem.INVALID, "One field is not valid").withError(field, why);
    }

    private static <T> Uni<T> unique(Uni<T> written) {
        return written.onFailure(e -> SqlFailure.violates(e, "alert_rule_name_key"))
                .transform(e -> new ProblemException(AlertProblem.NAME_TAKEN, "Another rule has this name")
                        .withError("name", "belongs to another rule"));
    }

    private static Map<String, Object> state(RuleRow row) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", row.name);
        state.put("enabled", row.enabled);
        state.put("kinds", Arrays.asList(row.kinds));
        state.put("severity", row.leastSeverity);
        state.put("labels", Arrays.asList(row.labels));
        state.put("tenant", row.tenantId == null ? null : row.tenantId.toString());
        state.put("channels", Arrays.asList(row.channels));
        state.put("delaySeconds", row.delaySeconds);
        state.put(
                "quietHours",
                row.quietFrom == null ? null : row.quietFrom + " to " + row.quietTo + " " + row.quietZone);
        state.put("quietCritical", row.quietCritical);
        return state;
    }
}
