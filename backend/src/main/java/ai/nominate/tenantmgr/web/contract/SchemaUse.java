package ai.nominate.tenantmgr.web.contract;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas callers send and which they are answered with, parts of schemas included. */
record SchemaUse(Set<String> sent, Set<String> answered) {
    static SchemaUse of(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        List<Operation> operations = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        return new SchemaUse(
                reachable(
                        schemas,
                        operations.stream()
                                .map(Operation::getRequestBody)
                                .filter(Objects::nonNull)
                                .map(body -> body.getContent())),
                reachable(
                        schemas,
                        operations.stream()
                                .flatMap(each -> each.getResponses().getAPIResponses().values().stream())
                                .map(response -> response.getContent())));
    }

    boolean isSent(String schema) {
        return sent.contains(schema);
    }

    boolean isOnlySent(String schema) {
        return sent.contains(schema) && !answered.contains(schema);
    }

    private static Set<String> reachable(Map<String, Schema> schemas, Stream<Content> contents) {
        Deque<Schema> next = new ArrayDeque<>();
        contents.filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(type -> type.getSchema())
                .filter(Objects::nonNull)
                .forEach(next::add);
        Set<String> names = new HashSet<>();
        while (!next.isEmpty()) {
            Schema schema = next.pop();
            if (schema.getRef() != null) {
                String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
                if (names.add(name) && schemas.containsKey(name)) {
                    next.add(schemas.get(name));
                }
            }
            parts(schema).forEach(next::add);
        }
        return names;
    }

    private static Stream<Schema> parts(Schema schema) {
        Stream<Collection<Schema>> lists = Stream.of(
                schema.getProperties() == null
                        ? List.<Schema>of()
                        : schema.getProperties().values(),
                orEmpty(schema.getAllOf()),
                orEmpty(schema.getAnyOf()),
                orEmpty(schema.getOneOf()));
        return Stream.concat(
                lists.flatMap(Collection::stream),
                Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                        .filter(Objects::nonNull));
    }

    private static List<Schema> orEmpty(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}
