package ai.nominate.tenantmgr.traffic;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * The topic {@code traffic}: a server has counted requests. One event a minute for all its tenants, with the figures of each if they
 * are not too many, so that who shows them need not ask again.
 */
@ApplicationScoped
class TrafficEvents {
    private static final EventTopic TOPIC = new EventTopic("traffic", Role.VIEWER);

    /** So many tenants fit into an event. A slug has 28 characters at most. */
    private static final int MOST = 120;

    private final EventLog events;
    private final OwnServer server;

    TrafficEvents(EventLog events, OwnServer server) {
        this.events = events;
        this.server = server;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    /** Has figures only where a whole minute was counted at once, and no other: not after a pause, and not for a part of one. */
    Uni<Void> counted(LogPosition from, TrafficLog.Read read) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("until", read.end().until().toString());
        payload.put("server", server.id());
        Tallies minutes = read.part().minutes;
        minutes.only()
                .filter(at -> !read.hasMore() && from.until().isBefore(at))
                .ifPresent(at -> add(payload, at, minutes.byTenant()));
        return events.append(TOPIC, null, "traffic.counted", payload);
    }

    private static void add(Map<String, Object> payload, Instant at, Map<String, Tally> tallies) {
        payload.put("at", at.toString());
        payload.put("requests", sum(tallies, Tally::requests));
        payload.put("serverErrors", sum(tallies, Tally::serverErrors));
        if (tallies.size() <= MOST) {
            Map<String, List<Long>> tenants = new TreeMap<>();
            tallies.forEach((slug, tally) -> tenants.put(slug, List.of(tally.requests(), tally.serverErrors())));
            payload.put("tenants", tenants);
        }
    }

    private static long sum(Map<String, Tally> tallies, ToLongFunction<Tally> figure) {
        return tallies.values().stream().mapToLong(figure).sum();
    }
}
