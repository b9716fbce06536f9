package ai.nominate.tenantmgr.web.contract;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.ProblemMapper;


import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Documents the problems of an operation, each as {@code code: title}, one line per code, with schema and examples. A
 * resource declares its own problems in the same format; where a response of its own would hide the type that the
 * method returns, such as a page, it uses the extension {@link OpenApiContract#REFUSAL} {@code status code: title}. May
 * process an operation twice.
 */
final class ProblemResponses {
    private static final String DETAIL = "Details of this occurrence";

    private ProblemResponses() {}

    static void complete(Operation operation, Set<RequestProblem> usual) {
        APIResponses responses = operation.getResponses();
        Map<Integer, Set<String>> lines = new TreeMap<>();
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0) {
                lines.computeIfAbsent(Integer.valueOf(status), each -> new LinkedHashSet<>())
                        .addAll(describedBy(response));
            }
        });
        declared(operation, lines);
        usual.forEach(problem -> lines.computeIfAbsent(problem.status(), each -> new LinkedHashSet<>())
                .add(line(problem)));
        lines.forEach((status, codes) -> {
            responses.removeAPIResponse(Integer.toString(status));
            responses.addAPIResponse(
                    Integer.toString(status),
                    response(status, List.copyOf(codes.isEmpty() ? Set.of(usual(status)) : codes)));
        });
    }

    private static void declared(Operation operation, Map<Integer, Set<String>> lines) {
        Map<String, Object> extensions = operation.getExtensions();
        if (extensions != null && extensions.get(OpenApiContract.REFUSAL) instanceof String refusal) {
            int space = refusal.indexOf(' ');
            lines.computeIfAbsent(Integer.valueOf(refusal.substring(0, space)), each -> new LinkedHashSet<>())
                    .add(refusal.substring(space + 1));
            operation.removeExtension(OpenApiContract.REFUSAL);
        }
    }

    /** The problems a resource declares; none if only the framework declared the response. */
    private static List<String> describedBy(APIResponse response) {
        String described = response.getDescription();
        return described == null
                ? List.of()
                : Arrays.stream(described.split("\n"))
                        .filter(line -> line.contains(": "))
                        .toList();
    }

    private static APIResponse response(int status, List<String> lines) {
        MediaType content =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        if (lines.size() == 1) {
            content.example(example(status, lines.getFirst()));
        } else {
            Map<String, Example> examples = new LinkedHashMap<>();
            lines.forEach(
                    line -> examples.put(code(line), OASFactory.createExample().value(example(status, line))));
            content.examples(examples);
        }
        return OASFactory.createAPIResponse()
                .description(String.join("\n", lines))
                .content(OASFactory.createContent().addMediaType(ProblemMapper.PROBLEM_JSON, content));
    }

    private static Map<String, Object> example(int status, String line) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "about:blank");
        example.put("title", line.substring(line.indexOf(": ") + 2));
        example.put("status", status);
        example.put("detail", DETAIL);
        example.put("code", code(line));
        example.put("instance", "0197b0a4-7c11-7d62-9c3e-2f6a51c0de42");
        if (line.equals(line(RequestProblem.INVALID))) {
            example.put("errors", List.of(Map.of("field", "name", "message", "is required")));
        }
        return example;
    }

    private static String code(String line) {
        return line.substring(0, line.indexOf(": "));
    }

    private static String line(RequestProblem problem) {
        return problem.code() + ": " + problem.title();
    }

    private static String usual(int status) {
        return Arrays.stream(RequestProblem.values())
                .filter(problem -> problem.status() == status)
                .map(ProblemResponses::line)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("a resource declares " + status + " without saying 'code: title'"));
    }
}
