package ai.nominate.tenantmgr.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code tenant-app.yaml}. Strict: rejects unknown properties with line, field and reason, and reports all errors
 * at once. Throws for no text.
 */
public final class ManifestReader {
    public static final String FILE_NAME = "tenant-app.yaml";
    /** In bytes of UTF-8. */
    public static final int LARGEST = 64 * 1024;

    private ManifestReader() {}

    public static ManifestResult read(String yaml) {
        ManifestErrors refusals = new ManifestErrors();
        if (yaml.length() > LARGEST || yaml.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            refusals.add(1, "", "must be at most 64 KiB");
            return refusals.broken();
        }
        Optional<Node> root = YamlText.compose(yaml, refusals);
        root.ifPresent(node -> ManifestSchema.WHOLE.check(node, "", refusals));
        if (!refusals.isEmpty()) {
            return refusals.broken();
        }
        JsonNode tree = YamlText.tree(root.orElseThrow());
        checkReferences(tree, refusals);
        return refusals.isEmpty() ? new ManifestResult.Valid(ManifestFromJson.read(tree)) : refusals.broken();
    }

    /** Checks that span several parts. */
    private static void checkReferences(JsonNode tree, ManifestErrors refusals) {
        tree.path("routes").properties().forEach(route -> {
            if (!tree.path("services").has(route.getValue().textValue())) {
                refusals.add("routes[\"" + route.getKey() + "\"]", TextRule.UNKNOWN_SERVICE);
            }
        });
        JsonNode theme = tree.path("theme");
        if (theme.has("css") && theme.get("css").equals(theme.get("logo"))) {
            refusals.add("theme.logo", TextRule.SAME_PATH);
        }
        Set<String> actions = new HashSet<>();
        int index = 0;
        for (JsonNode action : tree.path("remote").path("actions")) {
            String field = "remote.actions[" + index++ + "].id";
            if (!actions.add(action.get("id").textValue())) {
                refusals.add(field, "is duplicated");
            }
        }
    }
}
