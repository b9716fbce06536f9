package ai.nominate.tenantmgr.web.guard;

import io.quarkus.logging.LoggingFilter;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * The filter of the manager's log. Removes false errors: the framework reports clients that disconnect from a live stream as
 * errors. Leaves no line break in what it lets pass.
 */
@LoggingFilter(name = "readers-who-left")
public final class ClientDisconnects implements Filter {
    private static final Set<String> WRITERS = Set.of(
            "io.quarkus.websockets.next.runtime.Endpoints",
            "io.quarkus.websockets.next.runtime.WebSocketEndpointBase",
            "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler");

    private static final Pattern DISCONNECT =
            Pattern.compile("Broken pipe|Connection reset|ClosedChannel|WebSocket is closed|Connection was closed");

    @Override
    public boolean isLoggable(LogRecord line) {
        OneLineRecords.escape(line);
        return !WRITERS.contains(line.getLoggerName())
                || !DISCONNECT
                        .matcher(line.getMessage() + " " + line.getThrown())
                        .find();
    }
}
