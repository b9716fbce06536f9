package ai.nominate.tenantmgr.web.guard;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import ai.nominate.tenantmgr.web.FormPaths;
import ai.nominate.tenantmgr.web.LogGate;
import ai.nominate.tenantmgr.web.ProblemMapper;
import ai.nominate.tenantmgr.web.SubprotocolToken;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Rejects malformed requests before any other code reads them. A URL must be in normal form: variants that other
 * software would normalise are not found. The server's own limits are higher, so that these checks answer with a
 * problem.
 */
@ApplicationScoped
class RequestSyntax {
    private static final Logger LOG = Logger.getLogger(RequestSyntax.class);
    /** A stack trace has many lines, and any caller may be able to cause it. */
    private static final LogGate FAILURES = new LogGate(5, 1);

    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int MOST_PARAMETERS = 100;
    /** Empty or dotted segments, path parameters, encoded or back slashes, control characters; also percent-encoded. */
    private static final Pattern NON_CANONICAL =
            Pattern.compile("//|/\\.{1,2}(?:/|$)|[;\\\\]|%2[ef]|%5c|%3b|%[01][0-9a-f]|%7f", Pattern.CASE_INSENSITIVE);

    /** Public paths under /q; extensions add more than intended there. */
    private static final Pattern FRAMEWORK_PATHS =
            Pattern.compile("/q/(openapi|swagger-ui(/.*)?|health/(live|ready|started)|metrics)");

    private static final Pattern OTHER_CHARSET = Pattern.compile("charset=\"?(?!utf-?8\"?\\s*(?:;|$))");

    private final List<FormPaths> formPaths;

    RequestSyntax(@All List<FormPaths> formPaths) {
        this.formPaths = formPaths;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.REQUEST_SYNTAX.priority());
    }

    void register(@Observes Router router) {
        router.route().order(FilterOrder.FAILURE_ROUTE).failureHandler(RequestSyntax::failed);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String uri = request.uri();
        if (uri.length() > LONGEST_ADDRESS) {
            FilterProblem.endUnread(
                    context, RequestProblem.ADDRESS_TOO_LONG, "The URL is limited to " + LONGEST_ADDRESS + " bytes");
        } else if (size(request) > LARGEST_HEADERS) {
            FilterProblem.endUnread(
                    context,
                    RequestProblem.HEADERS_TOO_LARGE,
                    "The headers are limited to " + LARGEST_HEADERS + " bytes in total");
        } else if (!isAddress(request.path())) {
            FilterProblem.endUnread(context, RequestProblem.NOT_FOUND, "No resource has this URL");
        } else if (parameters(request.query()) > MOST_PARAMETERS) {
            FilterProblem.endUnread(
                    context, RequestProblem.MALFORMED, "The URL is limited to " + MOST_PARAMETERS + " parameters");
        } else if (!isReadable(request)) {
            FilterProblem.endUnread(context, RequestProblem.UNSUPPORTED, "The body must be UTF-8 and uncompressed");
        } else if (!MediaTypes.areReadable(request)) {
            FilterProblem.endUnread(
                    context, RequestProblem.MALFORMED, "The headers Accept and Content-Type must contain media types");
        } else if (MediaTypes.isNoKindOrForm(request) && !takesForm(request.path())) {
            FilterProblem.endUnread(
                    context, RequestProblem.UNSUPPORTED, "The body must be JSON with a matching Content-Type");
        } else {
            SubprotocolToken.fault(request)
                    .ifPresentOrElse(
                            fault -> FilterProblem.end(context, RequestProblem.MALFORMED, fault), context::next);
        }
    }

    private boolean takesForm(String path) {
        return formPaths.stream().anyMatch(each -> each.takesForm(path));
    }

    private static boolean isAddress(String path) {
        return path != null
                && !NON_CANONICAL.matcher(path).find()
                && (FRAMEWORK_PATHS.matcher(path).matches() || !path.equals("/q") && !path.startsWith("/q/"));
    }

    private static int size(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + 4)
                .sum();
    }

    private static long parameters(String query) {
        return query == null ? 0 : 1 + query.chars().filter(each -> each == '&').count();
    }

    private static boolean isReadable(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return !request.headers().contains("Content-Encoding")
                && (type == null
                        || !OTHER_CHARSET.matcher(type.toLowerCase(Locale.ROOT)).find());
    }

    /**
     * Handles rejections by the server itself and failures before a resource. Authorisation failures are answered
     * elsewhere.
     */
    private static void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended()
                || failure instanceof UnauthorizedException
                || failure instanceof AuthenticationFailedException
                || failure instanceof ForbiddenException
                || context.statusCode() == 401
                || context.statusCode() == 403) {
            context.next();
            return;
        }
        RequestProblem problem =
                context.statusCode() < 400 ? RequestProblem.INTERNAL : ProblemMapper.problemOf(context.statusCode());
        if (problem == RequestProblem.INTERNAL) {
            FAILURES.pass()
                    .ifPresent(note -> LOG.error("Unexpected failure before routing to a resource" + note, failure));
        }
        FilterProblem.endUnread(context, problem, "The request could not be processed");
    }
}
