package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.ServiceName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The target of a route as JSON in the structure of the file. */
final class RouteJson {
    private RouteJson() {}

    static RouteTarget read(JsonNode tree) {
        if (!tree.isObject()) {
            return new RouteTarget.ToService(ServiceName.of(tree.textValue()));
        }
        return tree.has("static")
                ? new RouteTarget.Files(
                        ManifestFromJson.text(tree, "static"),
                        tree.path("immutable").asBoolean(),
                        ManifestFromJson.optionalText(tree, "fallback"))
                : new RouteTarget.ToService(
                        ServiceName.of(ManifestFromJson.text(tree, "service")),
                        tree.path("stripPrefix").asBoolean());
    }

    static void write(ObjectNode routes, String path, RouteTarget target) {
        switch (target) {
            case RouteTarget.ToService to -> {
                if (to.stripPrefix()) {
                    routes.putObject(path).put("service", to.service().id()).put("stripPrefix", true);
                } else {
                    routes.put(path, to.service().id());
                }
            }
            case RouteTarget.Files files -> {
                ObjectNode tree =
                        routes.putObject(path).put("static", files.path()).put("immutable", files.immutable());
                files.fallback().ifPresent(file -> tree.put("fallback", file));
            }
        }
    }
}
