package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Secret;
import java.util.Map;
import java.util.Optional;

/** One version of a tenant's configuration with its secrets open, for whoever renders a slot's environment from it. */
public record PinnedConfig(
        int version,
        Optional<String> adminEmail,
        String adminUsername,
        Secret adminPassword,
        Map<EnvKey, String> plain,
        Map<EnvKey, Secret> secret) {}
