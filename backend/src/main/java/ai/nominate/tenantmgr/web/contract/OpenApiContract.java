package ai.nominate.tenantmgr.web.contract;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/** Common parts of the OpenAPI document, added when it is generated. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiContract implements OASFilter {
    /**
     * An extension with which an operation declares a problem, {@code status code: title}; removed from the document.
     */
    public static final String REFUSAL = "x-refusal";

    /** Names of the security schemes; auth describes them. */
    public static final String BEARER = "bearer";

    public static final String COOKIE = "cookie";

    /** Numbers parsed from text, so that an invalid one is rejected by name. */
    private static final Map<String, Bounds> NUMBERS = Map.of(
            "page", new Bounds(0, 1_000_000, 0),
            "size", new Bounds(1, 200, 20));

    private final ContractAnnotations annotations;

    public OpenApiContract(IndexView classes) {
        this.annotations = new ContractAnnotations(classes);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        describeProblems(api.getComponents().getSchemas());
        ResponseSchemas.complete(api);
        WaitingClients.complete(api.getComponents().getSchemas(), annotations);
        ContractServers.complete(api);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private void describeProblems(Map<String, Schema> schemas) {
        // a type of kernel, which has no annotations
        Schema error = schemas.get("FieldError").required(List.of("field", "message"));
        error.getProperties().get("field").description("Field name, with a dot before each part: source.location");
        error.getProperties()
                .get("message")
                .description("The error; continues a sentence that starts with the field name");
        annotations
                .problemMembers()
                .forEach(member -> schemas.get("Problem")
                        .addProperty(
                                ContractAnnotations.text(member, "name"),
                                OASFactory.createSchema()
                                        .type(List.of(SchemaType.STRING))
                                        .format(ContractAnnotations.text(member, "format"))
                                        .description(ContractAnnotations.text(member, "description"))));
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        Set<RequestProblem> refusals = EnumSet.of(RequestProblem.UNAVAILABLE);
        if (operation.getRequestBody() != null) {
            refusals.addAll(EnumSet.of(
                    RequestProblem.INVALID,
                    RequestProblem.MALFORMED,
                    RequestProblem.TOO_LARGE,
                    RequestProblem.UNSUPPORTED));
        }
        boolean isSignedIn =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        ConditionalHeaders.describe(method, operation, isSignedIn, annotations, refusals);
        WaitingClients.describe(path, operation, annotations);
        for (Parameter parameter :
                operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            describe(path, parameter);
            refusals.add(parameter.getIn() == Parameter.In.PATH ? RequestProblem.NOT_FOUND : RequestProblem.INVALID);
        }
        if (isSignedIn) {
            refusals.addAll(EnumSet.of(RequestProblem.UNAUTHENTICATED, RequestProblem.FORBIDDEN));
            List<String> roles = operation
                    .getSecurity()
                    .getFirst()
                    .getSchemes()
                    .values()
                    .iterator()
                    .next();
            operation.setSecurity(List.of(
                    OASFactory.createSecurityRequirement().addScheme(BEARER, roles),
                    OASFactory.createSecurityRequirement().addScheme(COOKIE, roles)));
        } else {
            operation.setSecurity(List.of());
        }
        ProblemResponses.complete(operation, refusals);
    }

    private void describe(String path, Parameter parameter) {
        String described = switch (parameter.getName()) {
            case "id" -> annotations.descriptionOfId(path).orElse(parameter.getDescription());
            case "If-Match" -> "ETag of the state to change, as returned by GET; 412 if the state has changed";
            case "page" -> "Page number, from 0";
            case "size" -> "Maximum number of items per page";
            default -> parameter.getDescription();
        };
        parameter.setDescription(described);
        Bounds bounds = NUMBERS.get(parameter.getName());
        if (bounds != null) {
            parameter.setSchema(OASFactory.createSchema()
                    .type(List.of(SchemaType.INTEGER))
                    .minimum(BigDecimal.valueOf(bounds.least()))
                    .maximum(BigDecimal.valueOf(bounds.most()))
                    .defaultValue(bounds.standard()));
        }
    }

    private record Bounds(int least, int most, int standard) {}
}
