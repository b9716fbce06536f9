package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.web.IfMatch;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and changes settings. Stored values were valid when stored; they are parsed again on each read. */
@ApplicationScoped
public class Settings {
    private static final String PUT = """
            insert into setting (key, value, updated_at, updated_by) values (:key, :value, :at, :by)
            on conflict (key) do update
            set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by""";

    private final SettingCatalogue catalogue;
    private final SettingDefaults defaults;
    private final SecretBox secrets;
    private final List<SettingConstraint> constraints;

    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) taken";

    private final SettingTests tests;
    private final Audit audit;
    private final SettingEvents events;
    private final Clock clock;
    private final OwnServer server;

    Settings(
            SettingCatalogue catalogue,
            SettingDefaults defaults,
            SecretBox secrets,
            @All List<SettingConstraint> constraints,
            SettingTests tests,
            Audit audit,
            SettingEvents events,
            Clock clock,
            OwnServer server) {
        this.catalogue = catalogue;
        this.defaults = defaults;
        this.secrets = secrets;
        this.constraints = constraints;
        this.tests = tests;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.server = server;
    }

    /** The current value. */
    @WithSession
    public <T> Uni<T> get(Setting<T> setting) {
        return find(setting).map(stored -> setting.parse().apply(text(setting, stored)));
    }

    @WithSession
    Uni<List<SettingView>> all() {
        return StoredSetting.<StoredSetting>listAll().map(rows -> {
            Map<String, StoredSetting> byKey = rows.stream().collect(Collectors.toMap(row -> row.key, row -> row));
            return catalogue.all().stream()
                    .<SettingView>map(setting -> view(setting, byKey.get(row(setting))))
                    .toList();
        });
    }

    @WithSession
    Uni<SettingView> view(String key) {
        Setting<?> setting = require(key);
        return find(setting).map(stored -> view(setting, stored));
    }

    @WithTransaction
    Uni<SettingView> change(String key, SettingChange change, IfMatch ifMatch, Actor actor) {
        Setting<?> setting = require(key);
        Fields fields = new Fields();
        if (change.value() == null) {
            fields.add("value", "is required; null restores the default");
        } else if (setting.isSecret()) {
            fields.optional("value", change.value().orElse(null), SettingText::secret);
        } else {
            fields.optional("value", change.value().orElse(null), setting.parse()::apply);
        }
        fields.throwIfInvalid();
        String value = change.value().orElse(null);
        return lock(setting)
                .flatMap(locked -> find(setting))
                .invoke(before -> ifMatch.require(SettingView.tag(before)))
                .flatMap(before -> change.keepsSecret(setting)
                        ? Uni.createFrom().item(view(setting, before))
                        : checkConstraints(setting, value)
                                .flatMap(yes -> value == null
                                        ? StoredSetting.deleteById(row(setting)).replaceWith((StoredSetting) null)
                                        : put(setting, value, actor))
                                .call(after -> audit.record(actor, changed(setting, before, after)))
                                .call(after -> events.changed(key))
                                .map(after -> view(setting, after)));
    }

    /** @param value null for the default */
    private Uni<Void> checkConstraints(Setting<?> setting, String value) {
        String text = value == null ? defaults.of(setting) : value;
        return Multi.createFrom()
                .iterable(constraints)
                .filter(constraint -> constraint.setting().key().equals(setting.key()))
                .onItem()
                .transformToUniAndConcatenate(constraint -> constraint.check(text))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A setting with its default value has no row that could be locked. */
    private Uni<?> lock(Setting<?> setting) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LOCK)
                        .setParameter("name", "setting/" + row(setting))
                        .getSingleResult());
    }

    private Uni<StoredSetting> put(Setting<?> setting, String value, Actor actor) {
        StoredSetting row = new StoredSetting();
        row.key = row(setting);
        row.value =
                setting.isSecret() ? secrets.encrypt(new Secret(value), SettingSecrets.associatedData(row.key)) : value;
        row.updatedAt = clock.instant();
        row.updatedBy = actor.name();
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(PUT)
                        .setParameter("key", row.key)
                        .setParameter("value", row.value)
                        .setParameter("at", row.updatedAt)
                        .setParameter("by", row.updatedBy)
                        .executeUpdate())
                .replaceWith(row);
    }

    private Change changed(Setting<?> setting, StoredSetting before, StoredSetting after) {
        return Change.updated("setting.change", setting.key(), null, state(setting, before), state(setting, after));
    }

    /** The ciphertext distinguishes secrets: it never repeats. */
    private Map<String, Object> state(Setting<?> setting, StoredSetting stored) {
        if (setting.isSecret()) {
            return stored == null ? Map.of() : Map.of("value", new Secret(stored.value));
        }
        return Map.of("value", stored == null ? defaults.of(setting) : stored.value);
    }

    private String text(Setting<?> setting, StoredSetting stored) {
        if (stored == null) {
            return defaults.of(setting);
        }
        return setting.isSecret()
                ? secrets.open(stored.value, SettingSecrets.associatedData(row(setting)))
                        .reveal()
                : stored.value;
    }

    private SettingView view(Setting<?> setting, StoredSetting stored) {
        return SettingView.of(setting, defaults.of(setting), stored, tests.exist(setting.key()));
    }

    private Uni<StoredSetting> find(Setting<?> setting) {
        return StoredSetting.findById(row(setting));
    }

    /** The key of its row: {@code port.range@1} for the range of server 1. */
    private String row(Setting<?> setting) {
        return setting.ofServer() ? setting.key() + "@" + server.id() : setting.key();
    }

    private Setting<?> require(String key) {
        return catalogue
                .find(key)
                .orElseThrow(
                        () -> new ProblemException(SettingProblem.UNKNOWN, "List settings with GET /api/settings"));
    }
}
