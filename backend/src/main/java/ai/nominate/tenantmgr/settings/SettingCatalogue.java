package ai.nominate.tenantmgr.settings;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every setting of every package, in the order of their groups. */
@Singleton
class SettingCatalogue {
    private final Map<String, Setting<?>> byKey = new LinkedHashMap<>();

    /** @throws IllegalStateException when two groups have one position, or two settings have one key */
    SettingCatalogue(@All List<SettingGroup> groups) {
        Set<Integer> positions = new TreeSet<>();
        groups.stream().sorted(Comparator.comparingInt(SettingGroup::position)).forEach(group -> {
            if (!positions.add(group.position())) {
                throw new IllegalStateException("two groups of settings have the position " + group.position());
            }
            group.settings().forEach(this::add);
        });
    }

    List<Setting<?>> all() {
        return List.copyOf(byKey.values());
    }

    Optional<Setting<?>> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    private void add(Setting<?> setting) {
        if (byKey.putIfAbsent(setting.key(), setting) != null) {
            throw new IllegalStateException("two settings have the key " + setting.key());
        }
    }
}
