package ai.nominate.tenantmgr.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Collects the errors of a manifest and records the line of each field. */
final class ManifestErrors {
    private static final int MOST = 50;
    private final List<ManifestError> errors = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    void recordPosition(String field, Node node) {
        lines.put(field, line(node));
    }

    /** @param field a field that was passed to {@link #recordPosition} */
    void add(String field, String reason) {
        add(lines.get(field), field, reason);
    }

    void add(Node node, String field, String reason) {
        add(line(node), field, reason);
    }

    void add(int line, String field, String reason) {
        errors.add(new ManifestError(line, field, reason));
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    ManifestResult.Invalid broken() {
        return new ManifestResult.Invalid(errors.stream()
                .sorted(Comparator.comparingInt(ManifestError::line))
                .limit(MOST)
                .toList());
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
