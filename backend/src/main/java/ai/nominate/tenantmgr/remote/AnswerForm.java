package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads what applications answer: a stranger's JSON, within limits of depth, with secrets masked in names and texts. */
final class AnswerForm {
    private static final int DEEPEST = 16;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    private AnswerForm() {}

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException if it is not one JSON object */
    static String stats(byte[] body, String path, SecretMatcher secrets) {
        JsonNode tree = tree(body);
        if (tree == null || !tree.isObject()) {
            throw RemoteProblem.NOT_JSON.because(path + " must answer with a JSON object, nested at most 16 deep");
        }
        return masked(tree, secrets).toString();
    }

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException if it is neither a number nor an object with one */
    static String persons(byte[] body, String path) {
        JsonNode tree = tree(body);
        JsonNode count = tree != null && tree.isObject() ? tree.path("count") : tree;
        if (count == null || !count.canConvertToLong() || !count.isIntegralNumber() || count.longValue() < 0) {
            throw RemoteProblem.NOT_JSON.because(
                    path + " must answer with a whole number, or a JSON object that has one as count");
        }
        return Long.toString(count.longValue());
    }

    /** Null if it is not JSON, or more than one value. */
    private static JsonNode tree(byte[] body) {
        try (var parser = JSON.createParser(body)) {
            JsonNode tree = JSON.readTree(parser);
            return parser.nextToken() == null ? tree : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static JsonNode masked(JsonNode node, SecretMatcher secrets) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(entry -> copy.set(secrets.mask(entry.getKey()), masked(entry.getValue(), secrets)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(masked(item, secrets)));
            return copy;
        }
        String text = node.asText();
        String shown = node.isContainerNode() || node.isNull() ? text : secrets.mask(text);
        return shown.equals(text) ? node : JsonNodeFactory.instance.textNode(shown);
    }
}
