package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.job.Reactive;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The secret settings. */
@ApplicationScoped
class SettingSecrets implements SecretStore {
    private final SettingCatalogue catalogue;

    SettingSecrets(SettingCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void visit(Visitor visitor) {
        List<String> keys = catalogue.all().stream()
                .filter(Setting::isSecret)
                .map(Setting::key)
                .toList();
        List<StoredSetting> rows = Reactive.transaction(() -> StoredSetting.list("key in ?1 order by key", keys));
        for (StoredSetting row : rows) {
            String after = visitor.visit(row.value, associatedData(row.key));
            if (!after.equals(row.value)) {
                Reactive.transaction(() ->
                        StoredSetting.update("value = ?1 where key = ?2 and value = ?3", after, row.key, row.value));
            }
        }
    }

    /** The location of a setting's secret; part of its encryption. */
    static String associatedData(String key) {
        return "setting/" + key;
    }
}
