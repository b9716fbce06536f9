package ai.nominate.tenantmgr.web.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Documents {@code Prefer: wait} in OpenAPI wherever an answer accepts something whose end can be waited for. */
final class WaitingClients {
    private static final String JSON = "application/json";
    private static final String REFERENCE = "#/components/schemas/";

    private WaitingClients() {}

    /**
     * Adds the fields of the end to what accepts: one schema for both answers, because generated clients know one type for each
     * request. They are missing in an answer that did not wait.
     */
    static void complete(Map<String, Schema> schemas, ContractAnnotations annotations) {
        annotations
                .ends()
                .forEach((accepted, end) -> schemas.get(end)
                        .getProperties()
                        .forEach((name, property) -> schemas.get(accepted).addProperty(name, property)));
    }

    static void describe(String path, Operation operation, ContractAnnotations annotations) {
        APIResponses responses = operation.getResponses();
        Optional<String> accepted = accepted(responses.getAPIResponse("202"))
                .filter(name -> annotations.ends().containsKey(name));
        if (accepted.isEmpty() || path.endsWith("/cancel")) {
            return;
        }
        operation.addParameter(OASFactory.createParameter()
                .name("Prefer")
                .in(Parameter.In.HEADER)
                .description(
                        "wait=N waits for the end, 1 to 300 seconds (RFC 7240): then 200, or 409 with the failure; "
                                + "202 if it takes longer")
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .addExample("wait=120")));
        Schema ended = OASFactory.createSchema().ref(REFERENCE + accepted.get());
        APIResponse present = responses.getAPIResponse("200");
        if (present == null) {
            responses.addAPIResponse(
                    "200",
                    OASFactory.createAPIResponse()
                            .description("It has succeeded, for a client that waits for the end")
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            JSON, OASFactory.createMediaType().schema(ended))));
        } else {
            MediaType content = present.getContent().getMediaType(JSON);
            content.schema(OASFactory.createSchema().anyOf(List.of(content.getSchema(), ended)));
        }
    }

    private static Optional<String> accepted(APIResponse response) {
        return Optional.ofNullable(response)
                .map(APIResponse::getContent)
                .map(content -> content.getMediaType(JSON))
                .map(MediaType::getSchema)
                .map(Schema::getRef)
                .filter(ref -> ref.startsWith(REFERENCE))
                .map(ref -> ref.substring(REFERENCE.length()));
    }
}
