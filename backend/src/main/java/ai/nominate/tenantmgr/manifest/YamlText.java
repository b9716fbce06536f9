package ai.nominate.tenantmgr.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A safe subset of YAML: one document, no anchors, no tags, limited depth. Rejected input is never expanded. */
final class YamlText {
    private static final int DEEPEST = 8;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlText() {}

    static Optional<Node> compose(String text, ManifestErrors refusals) {
        try {
            plain(text, refusals);
            if (!refusals.isEmpty()) {
                return Optional.empty();
            }
            Optional<Node> root = Optional.ofNullable(yaml().compose(new StringReader(text)));
            if (root.isEmpty()) {
                refusals.add(1, "", "is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            refusals.add(line, "", "is not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            refusals.add(line, "", "is not YAML: a control character");
        } catch (YAMLException e) {
            refusals.add(1, "", "is not YAML");
        }
        return Optional.empty();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        return new Yaml(options);
    }

    private static void plain(String text, ManifestErrors refusals) {
        int depth = 0;
        int documents = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            int line = event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            String refusal = refusal(event, depth, documents);
            if (refusal != null) {
                refusals.add(line, "", refusal);
                return;
            }
        }
    }

    private static String refusal(Event event, int depth, int documents) {
        if (documents > 1) {
            return "must be one YAML document";
        }
        if (depth > DEEPEST) {
            return "is nested too deeply";
        }
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
            return "must not use YAML anchors or aliases";
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent collection && collection.getTag() != null;
        return tagged ? "must not use YAML tags" : null;
    }

    /** @param node a node that passed {@link ManifestSchema}: texts, flags, counts, lists and mappings */
    static JsonNode tree(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                ObjectNode object = JSON.objectNode();
                mapping.getValue()
                        .forEach(p -> object.set(((ScalarNode) p.getKeyNode()).getValue(), tree(p.getValueNode())));
                yield object;
            }
            case SequenceNode list -> {
                ArrayNode array = JSON.arrayNode();
                list.getValue().forEach(child -> array.add(tree(child)));
                yield array;
            }
            case ScalarNode scalar
            when scalar.getTag().equals(Tag.BOOL) -> JSON.booleanNode(Boolean.parseBoolean(scalar.getValue()));
            case ScalarNode scalar
            when scalar.getTag().equals(Tag.INT) -> JSON.numberNode(Integer.parseInt(scalar.getValue()));
            case ScalarNode scalar -> JSON.textNode(scalar.getValue());
            default -> throw new IllegalStateException("unknown YAML node: " + node.getNodeId());
        };
    }
}
