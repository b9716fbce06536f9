package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Secret;


import java.util.Map;
import java.util.Optional;

/** One version of a tenant's configuration with decrypted secrets, for rendering a slot's environment. */
public record PinnedConfig(
        int version,
        Optional<String> adminEmail,
        String adminUsername,
        Secret adminPassword,
        Map<EnvKey, String> plain,
        Map<EnvKey, Secret> secret) {}
