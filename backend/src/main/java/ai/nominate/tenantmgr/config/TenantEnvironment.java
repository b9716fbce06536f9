package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.EnvValue;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Secret;
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

/**
 * The environment of a tenant's services. The tenant's values override the manifest's defaults; the manager's values
 * override both.
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
        for (SystemVariable variable : EnumSet.complementOf(EnumSet.copyOf(ADMIN))) {
            if (variable != SystemVariable.DATABASE_URL || manifest.database().isPresent()) {
                missing.remove(variable.key());
            }
        }
        return Collections.unmodifiableSortedSet(missing);
    }

    /** All variables, with secrets revealed: for {@link EnvFile} only. */
    public SortedMap<EnvKey, String> values() {
        SortedMap<EnvKey, String> values = new TreeMap<>(defaults);
        own.forEach((key, value) -> values.put(key, value.reveal()));
        values.putAll(system.values());
        return Collections.unmodifiableSortedMap(values);
    }
}
