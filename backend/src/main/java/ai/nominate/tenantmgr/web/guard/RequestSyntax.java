package ai.nominate.tenantmgr.web.guard;

import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.web.FilterOrder;
import ai.nominate.tenantmgr.web.FilterProblem;
import ai.nominate.tenantmgr.web.ProblemMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Refuses what no honest client sends, before anything looks at it. An address has one way to be written: with what others
 * would tidy up in it, it leads nowhere. The server's own limits lie above ours, so that the refusal is in our words.
 */
@ApplicationScoped
class RequestSyntax {
    private static final Logger LOG = Logger.getLogger(RequestSyntax.class);
    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int MOST_PARAMETERS = 100;
    /** Empty or dotted parts, parameters of a part, a hidden or wrong slash, a control character; also encoded. */
    private static final Pattern UNTIDY =
            Pattern.compile("//|/\\.{1,2}(?:/|$)|[;\\\\]|%2[ef]|%5c|%3b|%[01][0-9a-f]|%7f", Pattern.CASE_INSENSITIVE);

    /** What lies under /q for others; extensions put there more than anybody asked for. */
    private static final Pattern SURROUNDINGS =
            Pattern.compile("/q/(openapi|swagger-ui(/.*)?|health/(live|ready|started)|metrics)");

    private static final Pattern OTHER_CHARSET = Pattern.compile("charset=\"?(?!utf-?8\"?\\s*(?:;|$))");

    void register(@Observes Filters filters) {
        filters.register(RequestSyntax::check, FilterOrder.REQUEST_SYNTAX.priority());
    }

    void register(@Observes Router router) {
        router.route().order(FilterOrder.FAILURE_ROUTE).failureHandler(RequestSyntax::failed);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String uri = request.uri();
        if (uri.length() > LONGEST_ADDRESS) {
            FilterProblem.endUnread(
                    context, RequestProblem.ADDRESS_TOO_LONG, "An address may have " + LONGEST_ADDRESS + " bytes");
        } else if (size(request) > LARGEST_HEADERS) {
            FilterProblem.endUnread(
                    context,
                    RequestProblem.HEADERS_TOO_LARGE,
                    "All headers together may have " + LARGEST_HEADERS + " bytes");
        } else if (!isAddress(request.path())) {
            FilterProblem.endUnread(context, RequestProblem.NOT_FOUND, "No resource has this address");
        } else if (parameters(request.query()) > MOST_PARAMETERS) {
            FilterProblem.endUnread(
                    context, RequestProblem.MALFORMED, "An address may have " + MOST_PARAMETERS + " parameters");
        } else if (!isReadable(request)) {
            FilterProblem.endUnread(context, RequestProblem.UNSUPPORTED, "A body is UTF-8 and not compressed");
        } else if (!MediaTypes.areReadable(request)) {
            FilterProblem.endUnread(
                    context, RequestProblem.MALFORMED, "The headers Accept and Content-Type name media types");
        } else if (MediaTypes.isNoKindOrForm(request)) {
            FilterProblem.endUnread(
                    context, RequestProblem.UNSUPPORTED, "A body is JSON, and its Content-Type says so");
        } else {
            context.next();
        }
    }

    private static boolean isAddress(String path) {
        return path != null
                && !UNTIDY.matcher(path).find()
                && (SURROUNDINGS.matcher(path).matches() || !path.equals("/q") && !path.startsWith("/q/"));
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

    /** What the server itself refuses, and what fails before there is a resource. Who may not is told so elsewhere. */
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
            LOG.error("Unexpected failure before a resource", failure);
        }
        FilterProblem.endUnread(context, problem, "The request cannot be answered as it is");
    }
}
