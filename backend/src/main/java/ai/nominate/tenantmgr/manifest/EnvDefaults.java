package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The default values of a manifest, which may refer to other variables. PORT differs for each service, so a default that
 * depends on it belongs to the service's launch and not to the environment of the slot.
 */
public record EnvDefaults(Map<EnvKey, String> texts) {
    private static final EnvKey PORT = SystemVariable.PORT.key();

    /** Those of the slot's environment, in which each reference has its value. */
    public SortedMap<EnvKey, String> ofSlot(Map<EnvKey, String> given) {
        SortedMap<EnvKey, String> values = new TreeMap<>();
        texts.keySet().stream()
                .filter(key -> !given.containsKey(key) && !dependsOnPort(key, given))
                .forEach(key -> values.put(key, value(key, given, new HashSet<>())));
        return values;
    }

    /** Those that depend on PORT, each after those that it refers to. */
    public Map<EnvKey, Placeholders> ofService() {
        Map<EnvKey, Placeholders> values = new LinkedHashMap<>();
        new TreeSet<>(texts.keySet()).forEach(key -> addOfService(key, values, new HashSet<>()));
        return values;
    }

    private void addOfService(EnvKey key, Map<EnvKey, Placeholders> values, Set<EnvKey> path) {
        if (texts.containsKey(key) && path.add(key) && dependsOnPort(key, Map.of())) {
            Placeholders text = Placeholders.of(texts.get(key));
            text.names().forEach(name -> addOfService(name, values, path));
            values.putIfAbsent(key, text);
        }
    }

    /** A variable that refers to itself, by way of others or directly; empty if there is none. */
    Optional<EnvKey> cycle() {
        return texts.keySet().stream()
                .filter(key -> reaches(key, key, Map.of(), new HashSet<>()))
                .findFirst();
    }

    private boolean dependsOnPort(EnvKey key, Map<EnvKey, String> given) {
        return reaches(key, PORT, given, new HashSet<>());
    }

    private boolean reaches(EnvKey from, EnvKey to, Map<EnvKey, String> given, Set<EnvKey> seen) {
        if (!texts.containsKey(from) || given.containsKey(from)) {
            return false;
        }
        for (EnvKey name : Placeholders.of(texts.get(from)).names()) {
            if (name.equals(to) || seen.add(name) && reaches(name, to, given, seen)) {
                return true;
            }
        }
        return false;
    }

    /** A reference to an unknown variable stays as it is: a release of an earlier version may mean it literally. */
    private String value(EnvKey key, Map<EnvKey, String> given, Set<EnvKey> path) {
        String there = given.get(key);
        if (there != null) {
            return there;
        }
        if (!texts.containsKey(key) || !path.add(key)) {
            return "${" + key + "}";
        }
        String value = Placeholders.of(texts.get(key)).fill(name -> value(name, given, path));
        path.remove(key);
        return value;
    }
}
