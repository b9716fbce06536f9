package ai.nominate.tenantmgr.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
        ManifestReferences.check(tree, refusals);
        return refusals.isEmpty() ? new ManifestResult.Valid(ManifestFromJson.read(tree)) : refusals.broken();
    }
}
