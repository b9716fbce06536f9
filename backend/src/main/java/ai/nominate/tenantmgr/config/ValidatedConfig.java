package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.config.TenantConfig.StoredValue;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.EnvValue;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.manifest.ReservedKeys;
import ai.nominate.tenantmgr.settings.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A validated configuration change. Masked secrets that were sent back unchanged keep their stored value. */
record ValidatedConfig(
        String email, String username, Optional<Secret> password, Map<EnvKey, ConfigValue> env, TenantConfig before) {
    static final String PASSWORD = "ADMIN_PASSWORD";
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{C}\\p{Z}]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");
    private static final int MOST_KEYS = 200;
    /** Linux starts no program whose variables and words take 2 MiB together. */
    private static final int MOST_BYTES = 1 << 20;

    static ValidatedConfig of(ConfigChange given, String prefix, TenantConfig before) {
        ConfigChange change = given == null ? new ConfigChange(null, null, null, null) : given;
        Fields fields = new Fields();
        String email = fields.optional(prefix + "adminEmail", change.adminEmail(), ValidatedConfig::email);
        String username = fields.optional(prefix + "adminUsername", change.adminUsername(), ValidatedConfig::username);
        Optional<Secret> password = Optional.ofNullable(change.adminPassword())
                .filter(value -> !value.keepsSecret())
                .map(value -> fields.optional(prefix + "adminPassword", value.value(), ValidatedConfig::password))
                .map(Secret::new);
        Map<EnvKey, ConfigValue> env = new TreeMap<>();
        Map<String, ConfigValue> sent = change.env() == null ? Map.of() : change.env();
        if (sent.size() > MOST_KEYS) {
            fields.add(prefix + "env", "must have at most " + MOST_KEYS + " variables");
        }
        sent.forEach((key, value) -> check(fields, prefix, key, value, before, env));
        long bytes = env.entrySet().stream()
                .mapToLong(entry -> bytes(entry.getKey(), entry.getValue(), before))
                .sum();
        if (bytes > MOST_BYTES) {
            fields.add(prefix + "env", "must be at most 1 MiB, all variables together");
        }
        fields.throwIfInvalid();
        return new ValidatedConfig(email, username, password, env, before);
    }

    /** A secret that stays counts as it is stored, which is a third more. */
    private static int bytes(EnvKey key, ConfigValue value, TenantConfig before) {
        String text = value.keepsSecret() ? before.env.get(key.value()).value() : value.value();
        return key.value().length() + text.getBytes(StandardCharsets.UTF_8).length + 2;
    }

    private static void check(
            Fields fields,
            String prefix,
            String key,
            ConfigValue value,
            TenantConfig before,
            Map<EnvKey, ConfigValue> env) {
        String field = prefix + "env." + printable(key);
        EnvKey name = fields.required(field, key, ValidatedConfig::ownKey);
        if (name == null) {
            return;
        }
        if (value == null || value.keepsSecret() && (before == null || !before.env.containsKey(key))) {
            fields.add(field, "has no value");
            return;
        }
        if (!value.keepsSecret()) {
            fields.optional(field, value.value(), ValidatedConfig::value);
        }
        env.put(name, value);
    }

    /** Writes the validated values into a new version. */
    void applyTo(TenantConfig config, SecretBox secrets, Optional<Secret> made) {
        config.adminEmail = email;
        config.adminUsername = username == null ? "admin" : username;
        password.or(() -> made)
                .ifPresent(secret -> config.adminPassword =
                        secrets.encrypt(secret, Configs.associatedData(config.tenantId, PASSWORD)));
        Map<String, StoredValue> stored = new TreeMap<>();
        if (before != null) {
            stored.putAll(before.env);
            stored.values().removeIf(value -> !value.generated());
        }
        env.forEach((key, value) -> stored.put(key.value(), stored(config, key, value, secrets)));
        config.env = stored;
    }

    private StoredValue stored(TenantConfig config, EnvKey key, ConfigValue value, SecretBox secrets) {
        if (value.keepsSecret()) {
            return before.env.get(key.value());
        }
        return value.secret()
                ? new StoredValue(
                        secrets.encrypt(
                                new Secret(value.value()), Configs.associatedData(config.tenantId, key.value())),
                        true,
                        false)
                : new StoredValue(value.value(), false, false);
    }

    private static String email(String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw new InvalidValue("must be an e-mail address");
        }
        return text;
    }

    private static String username(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}")) {
            throw new InvalidValue("must be 1 to 100 letters, digits, dots, underscores, hyphens or @");
        }
        return text;
    }

    private static String password(String text) {
        if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > 72) {
            throw new InvalidValue("must be 1 to 72 bytes");
        }
        return value(text);
    }

    private static String value(String text) {
        return new EnvValue(text).value();
    }

    /** Tenants may not set the manager's own variables, nor those that change how programs start. */
    private static EnvKey ownKey(String text) {
        EnvKey key = new EnvKey(text);
        ReservedKeys.refusal(key).ifPresent(reason -> {
            throw new InvalidValue(reason);
        });
        return key;
    }

    private static String printable(String key) {
        return DisplayText.shown(key.length() > 128 ? key.substring(0, 128) + "…" : key);
    }
}
