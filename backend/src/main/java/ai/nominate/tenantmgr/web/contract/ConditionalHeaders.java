package ai.nominate.tenantmgr.web.contract;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.idempotency.KeyedRequest;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents Idempotency-Key and ETags in OpenAPI wherever the filters support them. */
final class ConditionalHeaders {
    private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    private ConditionalHeaders() {}

    static void describe(
            HttpMethod method,
            Operation operation,
            boolean isSignedIn,
            ContractAnnotations annotations,
            Set<RequestProblem> refusals) {
        if (isSignedIn && CHANGES.contains(method)) {
            addHeader(
                    operation,
                    KeyedRequest.HEADER,
                    "A client-chosen key for this change. A request repeated with the same key within 24 "
                            + "hours has no second effect and gets the first answer.");
            refusals.addAll(
                    Set.of(RequestProblem.IN_PROGRESS, RequestProblem.ANSWER_LOST, RequestProblem.KEY_MISMATCH));
        }
        boolean isTagged = operation.getResponses().getAPIResponses().entrySet().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .filter(response -> isTagged(response.getValue(), annotations))
                        .peek(response -> response.getValue().addHeader("ETag", etag()))
                        .count()
                > 0;
        if (isTagged && method == HttpMethod.PUT) {
            refusals.add(RequestProblem.PRECONDITION);
        }
        if (isTagged && method == HttpMethod.GET) {
            addHeader(operation, "If-None-Match", "The client's ETag; returns 304 if the state is unchanged");
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description("Not modified"));
        }
    }

    private static boolean isTagged(APIResponse response, ContractAnnotations annotations) {
        return response.getContent() != null
                && response.getContent().getMediaTypes().values().stream()
                        .map(content -> content.getSchema())
                        .map(Schema::getRef)
                        .anyMatch(ref -> ref != null && annotations.hasETag(ref.substring(ref.lastIndexOf('/') + 1)));
    }

    private static Header etag() {
        return OASFactory.createHeader()
                .description("Identifies the returned state")
                .schema(text());
    }

    private static void addHeader(Operation operation, String name, String description) {
        List<Parameter> there = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (there.stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.HEADER)
                    .description(description)
                    .schema(text()));
        }
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
