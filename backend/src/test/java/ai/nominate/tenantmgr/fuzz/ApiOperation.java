package ai.nominate.tenantmgr.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One operation of the contract, as needed to build a request. */
record ApiOperation(String method, String path, List<Parameter> parameters, JsonNode body, boolean open) {
    /** @param where path, query, header or cookie */
    record Parameter(String name, String where, JsonNode schema) {}

    static List<ApiOperation> all(JsonNode contract) {
        List<ApiOperation> operations = new ArrayList<>();
        contract.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> entry.getValue().has("responses"))
                        .forEach(entry -> operations.add(new ApiOperation(
                                entry.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                parameters(path.getValue(), entry.getValue()),
                                entry.getValue().at("/requestBody/content/application~1json/schema"),
                                entry.getValue().path("security").isEmpty()))));
        return operations;
    }

    boolean hasBody() {
        return !body.isMissingNode();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static List<Parameter> parameters(JsonNode... owners) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode owner : owners) {
            owner.path("parameters")
                    .forEach(parameter -> parameters.add(new Parameter(
                            parameter.path("name").asText(),
                            parameter.path("in").asText(),
                            parameter.path("schema"))));
        }
        return parameters;
    }
}
