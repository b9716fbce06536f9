package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The refusals of an operation, each described as {@code code: title}, with its schema and an example. A resource declares
 * in the same words what is its own. May see an operation twice.
 */
final class Refusals {
    private static final String DETAIL = "What was wrong this time";

    private Refusals() {}

    static void complete(Operation operation, Set<Integer> usual) {
        APIResponses responses = operation.getResponses();
        Set<Integer> statuses = new TreeSet<>(usual);
        responses.getAPIResponses().keySet().stream()
                .filter(status -> status.compareTo("400") >= 0)
                .map(Integer::valueOf)
                .forEach(statuses::add);
        for (int status : statuses) {
            String own = describedBy(responses.getAPIResponse(Integer.toString(status)));
            responses.removeAPIResponse(Integer.toString(status));
            responses.addAPIResponse(Integer.toString(status), response(status, own));
        }
    }

    /** What a resource says of its refusal; null when only the framework has spoken. */
    private static String describedBy(APIResponse response) {
        return response == null
                        || response.getDescription() == null
                        || !response.getDescription().contains(": ")
                ? null
                : response.getDescription();
    }

    private static APIResponse response(int status, String own) {
        String described = own == null ? usual(status) : own;
        String code = described.substring(0, described.indexOf(": "));
        String title = described.substring(described.indexOf(": ") + 2);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "about:blank");
        example.put("title", title);
        example.put("status", status);
        example.put("detail", DETAIL);
        example.put("code", code);
        example.put("instance", "0197b0a4-7c11-7d62-9c3e-2f6a51c0de42");
        Content content = OASFactory.createContent()
                .addMediaType(
                        ProblemMapper.PROBLEM_JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(example));
        return OASFactory.createAPIResponse().description(described).content(content);
    }

    private static String usual(int status) {
        for (RequestProblem problem : RequestProblem.values()) {
            if (problem.status() == status) {
                return problem.code() + ": " + problem.title();
            }
        }
        throw new IllegalStateException("a resource declares " + status + " without saying 'code: title'");
    }
}
