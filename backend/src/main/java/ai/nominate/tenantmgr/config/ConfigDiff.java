package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.Secret;


import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The differences between two versions of a configuration. */
@Schema(name = "ConfigDiff")
record ConfigDiff(
        @Schema(description = "Base version", required = true)
        int from,

        @Schema(description = "Compared version", required = true)
        int to,

        @Schema(description = "The differing variables, by name", required = true)
        List<Item> items) {

    @Schema(name = "ConfigDifference")
    record Item(
            @Schema(description = "Name of the environment variable", required = true, examples = "ADMIN_EMAIL")
            String key,

            @Schema(
                    description = "Kind of change",
                    required = true,
                    enumeration = {"added", "removed", "changed"})
            String change,

            @Schema(description = "Old value; null if the variable was added. Secret values are masked")
            ConfigValue before,

            @Schema(description = "New value; null if the variable was removed. Secret values are masked")
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
