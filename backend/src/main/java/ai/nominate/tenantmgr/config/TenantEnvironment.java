package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.EnvValue;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.manifest.EnvDefaults;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ReservedKeys;
import ai.nominate.tenantmgr.manifest.SystemVariable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The environment of a tenant's services. The tenant's values override the manifest's defaults; the manager's fixed values
 * override both, its other ones neither.
 *
 * @param system set by the manager
 * @param defaults from the manifest
 * @param own set in the tenant's configuration, or generated for it
 */
public record TenantEnvironment(SystemVariables system, Map<EnvKey, String> defaults, Map<EnvKey, Secret> own) {
    private static final Set<SystemVariable> ADMIN =
            EnumSet.of(SystemVariable.ADMIN_EMAIL, SystemVariable.ADMIN_USERNAME, SystemVariable.ADMIN_PASSWORD);

    /** @throws ProblemException with {@code env.KEY} and a reason for each rejected variable of the tenant */
    public TenantEnvironment {
        defaults = Map.copyOf(defaults);
        own = Map.copyOf(own);
        List<FieldError> errors = errors(own);
        if (!errors.isEmpty()) {
            throw new ProblemException(RequestProblem.INVALID, "The environment contains variables that cannot be set")
                    .withErrors(errors);
        }
    }

    /** The errors of the tenant's variables, in the order of the keys; empty if all are allowed. */
    public static List<FieldError> errors(Map<EnvKey, Secret> own) {
        List<FieldError> refusals = new ArrayList<>();
        new TreeMap<>(own).forEach((key, value) -> {
            String field = "env." + key;
            ReservedKeys.refusal(key).ifPresent(reason -> refusals.add(new FieldError(field, reason)));
            try {
                new EnvValue(value.reveal());
            } catch (InvalidValue e) {
                refusals.add(new FieldError(field, e.getMessage()));
            }
        });
        return List.copyOf(refusals);
    }

    /**
     * The variables that the manifest requires and that have no value. An empty text counts as missing.
     *
     * @param given the values of the tenant's configuration, including ADMIN_EMAIL and similar
     */
    public static SortedSet<EnvKey> missing(Manifest manifest, Map<EnvKey, Secret> given) {
        SortedSet<EnvKey> missing = new TreeSet<>(manifest.env().required());
        given.forEach((key, value) -> {
            if (!value.reveal().isEmpty()) {
                missing.remove(key);
            }
        });
        missing.removeIf(key -> !manifest.env().defaults().getOrDefault(key, "").isEmpty());
        missing.removeAll(manifest.env().generated());
        missing.removeAll(ofManager(manifest));
        return Collections.unmodifiableSortedSet(missing);
    }

    /** The variables that the manager sets for an application with this manifest, beside those of the administrator. */
    private static Set<EnvKey> ofManager(Manifest manifest) {
        return EnumSet.complementOf(EnumSet.copyOf(ADMIN)).stream()
                .filter(variable ->
                        !variable.isOfDatabase() || manifest.database().isPresent())
                .map(SystemVariable::key)
                .collect(Collectors.toSet());
    }

    /**
     * The variables that {@code ${NAME}} may refer to in a tenant's environment.
     *
     * @param given the values of the tenant's configuration, including ADMIN_EMAIL and similar
     */
    public static Set<EnvKey> known(Manifest manifest, Map<EnvKey, Secret> given) {
        Set<EnvKey> known = new TreeSet<>(given.keySet());
        known.addAll(manifest.env().defaults().keySet());
        known.addAll(manifest.env().generated());
        known.addAll(ofManager(manifest));
        return known;
    }

    /** All variables, with secrets revealed: for {@link EnvFile} and for tasks only. */
    public SortedMap<EnvKey, String> values() {
        SortedMap<EnvKey, String> values = new TreeMap<>(system.values(false));
        own.forEach((key, value) -> values.put(key, value.reveal()));
        values.putAll(system.values(true));
        Map<EnvKey, String> replaced = new TreeMap<>(values);
        replaced.keySet()
                .removeIf(
                        key -> !own.containsKey(key) && SystemVariable.isReplaceable(key) && defaults.containsKey(key));
        SortedMap<EnvKey, String> ofDefaults = new EnvDefaults(defaults).ofSlot(replaced);
        values.putAll(ofDefaults);
        return Collections.unmodifiableSortedMap(values);
    }
}
