package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The environment variables of the core application.
 *
 * @param required variables that need a value before a tenant is deployed
 * @param defaults values of variables that the tenant does not set; may refer to others by {@code ${NAME}}
 * @param generated variables with a random value per tenant, generated once and stored as secrets
 * @param build variables of the build, beside RELEASE_COMMIT
 */
public record EnvSpec(
        Set<EnvKey> required, Map<EnvKey, String> defaults, Set<EnvKey> generated, Map<EnvKey, String> build) {
    public static final EnvSpec NONE = new EnvSpec(Set.of(), Map.of(), Set.of());

    public EnvSpec {
        required = sorted(required);
        generated = sorted(generated);
        defaults = sorted(defaults);
        build = sorted(build);
        required.forEach(key -> TextRule.REQUIRED_KEY.require(key.value()));
        generated.forEach(key -> TextRule.OWN_KEY.require(key.value()));
        defaults.forEach(EnvSpec::require);
        build.forEach(EnvSpec::require);
    }

    public EnvSpec(Set<EnvKey> required, Map<EnvKey, String> defaults, Set<EnvKey> generated) {
        this(required, defaults, generated, Map.of());
    }

    private static void require(EnvKey key, String value) {
        TextRule.OWN_KEY.require(key.value());
        TextRule.TEXT.require(value);
    }

    private static SortedSet<EnvKey> sorted(Collection<EnvKey> keys) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }

    private static SortedMap<EnvKey, String> sorted(Map<EnvKey, String> values) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
