package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.manifest.SystemVariable;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares an environment file with the configuration versions it may contain. While a restart is due, two are valid: the version
 * the services were started with, and the newest one. A file that an earlier version of the manager rendered lacks the variables
 * that the manager did not set then: it is compared without them. A changed time zone waits for the next start, so TZ is not
 * compared. Names keys, never values.
 */
final class EnvironmentDrift {
    private EnvironmentDrift() {}

    /**
     * @param allowed the valid environments by version; not empty
     * @return the difference to the closest version; empty if the text matches one of them
     */
    static Optional<String> of(String text, SortedMap<Integer, SortedMap<EnvKey, String>> allowed) {
        Map<EnvKey, String> found;
        try {
            found = EnvFile.parse(text);
        } catch (InvalidValue e) {
            return Optional.of("does not match configuration " + allowed.lastKey() + ": " + e.getMessage());
        }
        if (allowed.values().stream()
                .map(wanted -> EnvFile.render(rendered(wanted, found)))
                .anyMatch(text::equals)) {
            return Optional.empty();
        }
        return allowed.entrySet().stream()
                .min(Comparator.comparingInt(
                        version -> differing(found, version.getValue()).size()))
                .map(version -> "does not match configuration " + version.getKey() + ": "
                        + differing(found, version.getValue()).stream()
                                .map(EnvKey::value)
                                .collect(Collectors.joining(", ")));
    }

    /** The variables that the manager set when the file was rendered. */
    private static SortedMap<EnvKey, String> rendered(SortedMap<EnvKey, String> wanted, Map<EnvKey, String> found) {
        SortedMap<EnvKey, String> rendered = new TreeMap<>(wanted);
        rendered.keySet().removeIf(key -> SystemVariable.isReplaceable(key) && !found.containsKey(key));
        rendered.remove(SlotEnvironment.TIME_ZONE);
        if (found.containsKey(SlotEnvironment.TIME_ZONE)) {
            rendered.put(SlotEnvironment.TIME_ZONE, found.get(SlotEnvironment.TIME_ZONE));
        }
        return rendered;
    }

    private static Set<EnvKey> differing(Map<EnvKey, String> found, SortedMap<EnvKey, String> all) {
        Map<EnvKey, String> wanted = rendered(all, found);
        Set<EnvKey> keys = new TreeSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        keys.removeIf(key -> found.containsKey(key) && found.get(key).equals(wanted.get(key)));
        return keys;
    }
}
