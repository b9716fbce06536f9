package ai.nominate.tenantmgr.manifest;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The structure of a part of a manifest. Checks a node of the file and reports every error with its line and path.
 */
sealed interface NodeSchema {
    void check(Node node, String path, ManifestErrors refusals);

    /** A text. Unquoted values that YAML could read as a number, a date or a boolean are rejected. */
    record Text(TextRule rule) implements NodeSchema {
        @Override
        public void check(Node node, String path, ManifestErrors refusals) {
            if (!(node instanceof ScalarNode scalar)) {
                refusals.add(node, path, "must be text");
                return;
            }
            rule.refusal(scalar.getValue()).ifPresentOrElse(refusal -> refusals.add(node, path, refusal), () -> {
                if (!scalar.getTag().equals(Tag.STR)) {
                    refusals.add(node, path, "must be text: put it in quotes");
                }
            });
        }
    }

    /** True or false, without YAML's other spellings. */
    record Flag() implements NodeSchema {
        @Override
        public void check(Node node, String path, ManifestErrors refusals) {
            boolean fine = node instanceof ScalarNode scalar
                    && scalar.getTag().equals(Tag.BOOL)
                    && Set.of("true", "false").contains(scalar.getValue());
            if (!fine) {
                refusals.add(node, path, "must be true or false");
            }
        }
    }

    /** A text, or properties. */
    record Either(NodeSchema text, NodeSchema properties) implements NodeSchema {
        @Override
        public void check(Node node, String path, ManifestErrors refusals) {
            (node instanceof MappingNode ? properties : text).check(node, path, refusals);
        }
    }

    /** Properties of one of two kinds, told apart by a name that only the first has. */
    record ByKey(String name, NodeSchema with, NodeSchema without) implements NodeSchema {
        @Override
        public void check(Node node, String path, ManifestErrors refusals) {
            boolean has = node instanceof MappingNode mapping
                    && mapping.getValue().stream()
                            .anyMatch(property -> property.getKeyNode() instanceof ScalarNode key
                                    && key.getValue().equals(name));
            (has ? with : without).check(node, path, refusals);
        }
    }

    /** A whole number, written in decimal digits. */
    record Count(int least, int most) implements NodeSchema {
        @Override
        public void check(Node node, String path, ManifestErrors refusals) {
            boolean fine = node instanceof ScalarNode scalar
                    && scalar.getTag().equals(Tag.INT)
                    && scalar.getValue().matches("[1-9][0-9]{0,8}")
                    && Integer.parseInt(scalar.getValue()) >= least
                    && Integer.parseInt(scalar.getValue()) <= most;
            if (!fine) {
                refusals.add(node, path, "must be a whole number from " + least + " to " + most);
            }
        }
    }

    /** A list without duplicates. */
    record Items(NodeSchema item) implements NodeSchema {
        @Override
        public void check(Node node, String path, ManifestErrors refusals) {
            Set<String> seen = new HashSet<>();
            each(node, path, refusals, (child, childPath) -> {
                item.check(child, childPath, refusals);
                if (child instanceof ScalarNode scalar && !seen.add(scalar.getValue())) {
                    refusals.add(child, childPath, "is duplicated");
                }
            });
        }
    }

    /** A command: a program and its arguments. */
    record Argv() implements NodeSchema {
        private static final NodeSchema PROGRAM = new Text(TextRule.PROGRAM);
        private static final NodeSchema WORD = new Text(TextRule.TEXT);

        @Override
        public void check(Node node, String path, ManifestErrors refusals) {
            boolean[] first = {true};
            each(node, path, refusals, (child, childPath) -> {
                (first[0] ? PROGRAM : WORD).check(child, childPath, refusals);
                first[0] = false;
            });
            if (node instanceof SequenceNode && first[0]) {
                refusals.add(node, path, "must have a program");
            }
        }
    }

    /** Properties with names chosen by the file. */
    record Entries(TextRule key, NodeSchema value, boolean mayBeEmpty) implements NodeSchema {
        @Override
        public void check(Node node, String path, ManifestErrors refusals) {
            Map<String, NodeTuple> properties = properties(node, path, refusals);
            properties.forEach((name, property) -> {
                String childPath = at(path, name);
                key.refusal(name).ifPresent(refusal -> refusals.add(property.getKeyNode(), childPath, refusal));
                value.check(property.getValueNode(), childPath, refusals);
            });
            if (!mayBeEmpty && properties.isEmpty() && node instanceof MappingNode) {
                refusals.add(node, path, "must not be empty");
            }
        }
    }

    /** Properties with fixed names. */
    record Section(Map<String, NodeSchema> required, Map<String, NodeSchema> optional) implements NodeSchema {
        @Override
        public void check(Node node, String path, ManifestErrors refusals) {
            Map<String, NodeTuple> properties = properties(node, path, refusals);
            properties.forEach((name, property) -> {
                NodeSchema shape = required.getOrDefault(name, optional.get(name));
                if (shape == null) {
                    refusals.add(property.getKeyNode(), at(path, name), unknown(name));
                    return;
                }
                shape.check(property.getValueNode(), at(path, name), refusals);
            });
            if (node instanceof MappingNode) {
                required.keySet().stream()
                        .filter(name -> !properties.containsKey(name))
                        .sorted()
                        .forEach(name -> refusals.add(node, at(path, name), "is missing"));
            }
        }

        private String unknown(String name) {
            Set<String> known = new TreeSet<>(required.keySet());
            known.addAll(optional.keySet());
            return "is not a known property at this place"
                    + Spelling.closest(name, known)
                            .map(near -> "; write " + near)
                            .orElse("; known are " + String.join(", ", known));
        }
    }

    private static void each(Node node, String path, ManifestErrors refusals, BiConsumer<Node, String> check) {
        if (!(node instanceof SequenceNode list)) {
            refusals.add(node, path, "must be a list");
            return;
        }
        int index = 0;
        for (Node child : list.getValue()) {
            String childPath = path + "[" + index++ + "]";
            refusals.recordPosition(childPath, child);
            check.accept(child, childPath);
        }
    }

    private static Map<String, NodeTuple> properties(Node node, String path, ManifestErrors refusals) {
        Map<String, NodeTuple> properties = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            refusals.add(node, path, "must be a mapping of names to values");
            return properties;
        }
        for (NodeTuple property : mapping.getValue()) {
            if (!(property.getKeyNode() instanceof ScalarNode key)) {
                refusals.add(property.getKeyNode(), path, "must have plain names");
                continue;
            }
            String childPath = at(path, key.getValue());
            refusals.recordPosition(childPath, key);
            if (properties.putIfAbsent(key.getValue(), property) != null) {
                refusals.add(key, childPath, "is duplicated");
            }
        }
        return properties;
    }

    /** Path for error messages and logs, where a line break in a name would start a new line. */
    private static String at(String path, String name) {
        String visible = name.replaceAll("\\p{C}", "?");
        String shown = visible.length() > 60 ? visible.substring(0, 60) + "…" : visible;
        if (!shown.matches("[A-Za-z0-9_-]+")) {
            return path + "[\"" + shown + "\"]";
        }
        return path.isEmpty() ? shown : path + "." + shown;
    }
}
