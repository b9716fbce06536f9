package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What differs between two versions of a configuration. */
@Schema(name = "ConfigDiff")
record ConfigDiff(
        @Schema(description = "The version that it is compared with", required = true)
        int from,

        @Schema(description = "The version that is compared", required = true)
        int to,

        @Schema(description = "Each variable that differs, by name", required = true)
        List<Item> items) {

    @Schema(name = "ConfigDifference")
    record Item(
            @Schema(description = "The variable, as the services know it", required = true, examples = "ADMIN_EMAIL")
            String key,

            @Schema(
                    description = "What happened to it",
                    required = true,
                    enumeration = {"added", "removed", "changed"})
            String change,

            @Schema(description = "What it was; null when it was not there. A secret's value is not told")
            ConfigValue before,

            @Schema(description = "What it is; null when it is not there any more. A secret's value is not told")
            ConfigValue after) {}

    static ConfigDiff between(PinnedConfig from, PinnedConfig to) {
        Map<String, Object> before = ConfigAudit.state(from);
        Map<String, Object> after = ConfigAudit.state(to);
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Item> items = new ArrayList<>();
        for (String key : keys) {
            Object old = before.get(key);
            Object now = after.get(key);
            if (!Objects.equals(old, now)) {
                String change = old == null ? "added" : now == null ? "removed" : "changed";
                items.add(new Item(key, change, shown(old), shown(now)));
            }
        }
        return new ConfigDiff(from.version(), to.version(), List.copyOf(items));
    }

    private static ConfigValue shown(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Secret ? ConfigValue.hidden(true) : new ConfigValue((String) value, false, true);
    }
}
