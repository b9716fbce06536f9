package ai.nominate.tenantmgr.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bearer token in the subprotocols of a WebSocket request, for clients that can neither set headers nor have the
 * cookie. The only accepted form is {@code quarkus-http-upgrade#Authorization#Bearer%20} and the token; the separators
 * may be percent-encoded. No header is added to the request: authentication reads the token from here.
 */
public final class SubprotocolToken {
    private static final String HEADER = "Sec-WebSocket-Protocol";
    private static final String PREFIX = "quarkus-http-upgrade";
    private static final String CARRIER = "bearer-token-carrier";
    private static final Pattern FORM = Pattern.compile(
            PREFIX + "(?:#|%23)Authorization(?:#|%23)Bearer(?:%20|\\+| )([A-Za-z0-9._-]{1,8192})",
            Pattern.CASE_INSENSITIVE);

    private SubprotocolToken() {}

    /** Why the request must be refused; empty if its subprotocols carry no token, or one in the accepted form. */
    public static Optional<String> fault(HttpServerRequest request) {
        List<String> offered = offered(request);
        List<String> carried =
                offered.stream().filter(SubprotocolToken::isToken).toList();
        if (carried.isEmpty()) {
            return Optional.empty();
        }
        if (!FORM.matcher(carried.getFirst()).matches()) {
            return Optional.of("A subprotocol with a token must be " + PREFIX + "#Authorization#Bearer%20<token>");
        }
        if (carried.size() > 1 || request.headers().contains("Authorization")) {
            return Optional.of("Send one token, in the header Authorization or in one subprotocol");
        }
        return offered.contains(CARRIER)
                ? Optional.empty()
                : Optional.of("Offer the subprotocol " + CARRIER + " beside the one with the token");
    }

    /** The token of a WebSocket request; empty for other requests. */
    public static Optional<String> of(HttpServerRequest request) {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                || fault(request).isPresent()) {
            return Optional.empty();
        }
        return offered(request).stream()
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(form -> form.group(1))
                .findFirst();
    }

    private static boolean isToken(String subprotocol) {
        return subprotocol.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    private static List<String> offered(HttpServerRequest request) {
        List<String> offered = new ArrayList<>();
        for (String line : request.headers().getAll(HEADER)) {
            for (String one : line.split(",")) {
                offered.add(one.strip());
            }
        }
        return offered;
    }
}
