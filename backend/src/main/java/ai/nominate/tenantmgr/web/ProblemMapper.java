package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Uuid7;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The only place that maps an exception to an answer. Unknown exceptions become a 500 with an id only: no class name,
 * no stack trace, no text that could contain a secret.
 */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    public static final String NO_CREDENTIALS = "The request has no valid credentials";
    public static final String PROBLEM_JSON = "application/problem+json";
    private static final String ZERO_BYTE = "22021";
    private static final Duration SOON = Duration.ofSeconds(2);

    @ServerExceptionMapper
    Response refused(ProblemException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    Response invalid(InvalidValue e) {
        return answer(new ProblemException(RequestProblem.INVALID, e.getMessage()));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated() {
        return answer(new ProblemException(RequestProblem.UNAUTHENTICATED, NO_CREDENTIALS));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(new ProblemException(RequestProblem.FORBIDDEN, "Your role does not permit this"));
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException e) {
        return answer(unreadableJson(e));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(unreadableJson(json));
        }
        return answer(new ProblemException(problemOf(e.getResponse().getStatus()), detailOf(e)));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        if (e instanceof ClosedChannelException) { // the client's connection; a closed database connection is reported
            // differently
            return answer(new ProblemException(RequestProblem.UNAVAILABLE, "The client has disconnected"));
        }
        if (DatabaseOutage.isCauseOf(e)) {
            LOG.warnf("The database does not respond: %s", e.getMessage());
            return answer(new ProblemException(RequestProblem.UNAVAILABLE, "The database does not respond; try again")
                    .retryAfter(SOON));
        }
        if (SqlFailure.hasState(e, ZERO_BYTE)) {
            return answer(new ProblemException(RequestProblem.INVALID, "A text contains an invalid character"));
        }
        String instance = Uuid7.next().toString();
        LOG.errorf(e, "Unexpected failure %s", instance);
        return answer(
                new ProblemException(RequestProblem.INTERNAL, "The manager's log has the details under this instance"),
                instance);
    }

    private static ProblemException unreadableJson(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return new ProblemException(RequestProblem.MALFORMED, "The body is not the expected JSON");
        }
        String field = mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        String reason = e instanceof UnrecognizedPropertyException ? "is not a known field" : StrictText.reason(e);
        return new ProblemException(RequestProblem.INVALID, "One field is invalid").withError(field, reason);
    }

    public static RequestProblem problemOf(int status) {
        return switch (status) {
            case 401 -> RequestProblem.UNAUTHENTICATED;
            case 403 -> RequestProblem.FORBIDDEN;
            case 404 -> RequestProblem.NOT_FOUND;
            case 405 -> RequestProblem.METHOD;
            case 406 -> RequestProblem.NOT_ACCEPTABLE;
            case 413 -> RequestProblem.TOO_LARGE;
            case 414 -> RequestProblem.ADDRESS_TOO_LONG;
            case 415 -> RequestProblem.UNSUPPORTED;
            case 429 -> RequestProblem.TOO_MANY;
            case 431 -> RequestProblem.HEADERS_TOO_LARGE;
            case 500 -> RequestProblem.INTERNAL;
            case 503 -> RequestProblem.UNAVAILABLE;
            default -> RequestProblem.MALFORMED;
        };
    }

    private static String detailOf(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 404 -> "No resource has this URL";
            case 405 -> "The resource does not support this method";
            case 413 -> "The body exceeds the size limit";
            case 415 -> "The media type of the body is not supported";
            default -> "The request could not be processed";
        };
    }

    private static Response answer(ProblemException e) {
        return answer(e, Uuid7.next().toString());
    }

    private static Response answer(ProblemException e, String instance) {
        Problem problem = e.problem();
        RefusalLog.refused(instance, problem, e.getMessage());
        ProblemView view = new ProblemView(
                "about:blank",
                problem.title(),
                problem.status(),
                e.getMessage(),
                problem.code(),
                instance,
                e.errors(),
                e.members());
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(PROBLEM_JSON).entity(view);
        e.retryAfter().ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
        return response.build();
    }
}
