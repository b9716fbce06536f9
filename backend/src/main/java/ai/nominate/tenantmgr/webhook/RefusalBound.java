package ai.nominate.tenantmgr.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts deliveries without a valid signature by network address, in memory: 20 at once, then one in three seconds. Valid
 * deliveries are not counted, because many tenants may get theirs from one forge.
 */
@ApplicationScoped
class RefusalBound {
    private static final int BURST = 20;
    private static final Duration PER_REFUSAL = Duration.ofSeconds(3);
    private static final int MOST_NETWORKS = 10_000;

    private final Clock clock;
    /** When all refusals of a network are forgotten; the one that was refused longest ago is dropped first. */
    private final Map<String, Instant> clean = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_NETWORKS;
        }
    };

    RefusalBound(Clock clock) {
        this.clock = clock;
    }

    /** How long the network has to wait; zero if its request may be looked at. */
    synchronized Duration wait(String network) {
        Instant until = clean.get(network);
        if (until == null) {
            return Duration.ZERO;
        }
        Duration over = Duration.between(clock.instant(), until).minus(PER_REFUSAL.multipliedBy(BURST - 1L));
        return over.isNegative() ? Duration.ZERO : over;
    }

    synchronized void refused(String network) {
        Instant now = clock.instant();
        Instant until = clean.remove(network);
        clean.put(network, (until == null || until.isBefore(now) ? now : until).plus(PER_REFUSAL));
    }
}
