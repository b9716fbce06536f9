package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.web.IfMatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and changes settings. What is stored was valid when it was stored; what is read is parsed again. */
@ApplicationScoped
public class Settings {
    private static final String PUT = """
            insert into setting (key, value, updated_at, updated_by) values (:key, :value, :at, :by)
            on conflict (key) do update
            set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by""";

    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) taken";

    private final Audit audit;
    private final Clock clock;

    Settings(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The setting's value now. */
    @WithSession
    public <T> Uni<T> get(Setting<T> setting) {
        return Panache.getSession()
                .flatMap(session -> session.find(StoredSetting.class, setting.key()))
                .map(stored -> setting.parse().apply(stored == null ? setting.defaultText() : stored.value));
    }

    @WithSession
    Uni<List<SettingView>> all() {
        return StoredSetting.<StoredSetting>listAll().map(rows -> {
            Map<String, StoredSetting> byKey = rows.stream().collect(Collectors.toMap(row -> row.key, row -> row));
            return Catalogue.all().stream()
                    .<SettingView>map(setting -> SettingView.of(setting, value(byKey.get(setting.key()))))
                    .toList();
        });
    }

    @WithSession
    Uni<SettingView> view(String key) {
        Setting<?> setting = known(key);
        return StoredSetting.<StoredSetting>findById(key).map(stored -> SettingView.of(setting, value(stored)));
    }

    @WithTransaction
    Uni<SettingView> change(String key, SettingChange change, IfMatch ifMatch, Actor actor) {
        Setting<?> setting = known(key);
        Fields fields = new Fields();
        fields.optional("value", change.value(), checked(setting));
        fields.refuse();
        return locked(key)
                .flatMap(locked -> view(key))
                .invoke(before -> ifMatch.require(before.tag()))
                .flatMap(before -> (change.value() == null ? StoredSetting.deleteById(key) : put(key, change, actor))
                        .flatMap(done -> audit.record(actor, changed(key, before.value(), change.value())))
                        .replaceWith(() -> SettingView.of(setting, change.value())));
    }

    /** What nobody has set has no row that could be locked. */
    private static Uni<?> locked(String key) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LOCK)
                        .setParameter("name", "setting/" + key)
                        .getSingleResult());
    }

    private static Change changed(String key, String before, String after) {
        return Change.between("setting.change", key, null, value(before), value(after));
    }

    private static Map<String, String> value(String value) {
        return value == null ? Map.of() : Map.of("value", value);
    }

    private Uni<?> put(String key, SettingChange change, Actor actor) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(PUT)
                        .setParameter("key", key)
                        .setParameter("value", change.value())
                        .setParameter("at", clock.instant())
                        .setParameter("by", actor.name())
                        .executeUpdate());
    }

    private static String value(StoredSetting stored) {
        return stored == null ? null : stored.value;
    }

    private static <T> Function<String, T> checked(Setting<T> setting) {
        return setting.parse();
    }

    private static Setting<?> known(String key) {
        return Catalogue.find(key)
                .orElseThrow(
                        () -> new ProblemException(SettingProblem.UNKNOWN, "See GET /api/settings for all of them"));
    }
}
