package ai.nominate.tenantmgr.server;

import java.time.Duration;

/**
 * Something that only the holder of a server's lease can answer or do. Questions and answers travel as JSON.
 *
 * @param name part of an address, such as {@code tenant.services}
 * @param limit how long an answer may take
 */
public record OwnerQuestion<Q, A>(String name, Class<Q> asked, Class<A> answered, Duration limit) {
    /** For what is only looked at. */
    public static final Duration QUICKLY = Duration.ofSeconds(5);
}
