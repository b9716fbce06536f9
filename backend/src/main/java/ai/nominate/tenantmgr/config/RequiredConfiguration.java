package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.SystemVariable;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that a tenant's configuration has all values that a manifest requires. Pure. */
public final class RequiredConfiguration {
    private RequiredConfiguration() {}

    /** @throws ProblemException {@link TenantProblem#NOT_READY} naming each missing field */
    public static void require(Manifest manifest, PinnedConfig config) {
        List<FieldError> missing = TenantEnvironment.missing(manifest, values(config)).stream()
                .map(key -> new FieldError(field(key), "is required by the core application and has no value"))
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(TenantProblem.NOT_READY, "Set the missing values, then deploy again")
                    .withErrors(missing);
        }
    }

    /** The environment variables from the tenant's configuration, by key. */
    public static Map<EnvKey, Secret> values(PinnedConfig config) {
        Map<EnvKey, Secret> given = new HashMap<>(config.secret());
        config.plain().forEach((key, value) -> given.put(key, new Secret(value)));
        config.adminEmail().ifPresent(email -> given.put(SystemVariable.ADMIN_EMAIL.key(), new Secret(email)));
        given.put(SystemVariable.ADMIN_USERNAME.key(), new Secret(config.adminUsername()));
        given.put(SystemVariable.ADMIN_PASSWORD.key(), config.adminPassword());
        return given;
    }

    private static String field(EnvKey key) {
        return switch (key.value()) {
            case "ADMIN_EMAIL" -> "adminEmail";
            case "ADMIN_USERNAME" -> "adminUsername";
            case "ADMIN_PASSWORD" -> "adminPassword";
            default -> "env." + key;
        };
    }
}
