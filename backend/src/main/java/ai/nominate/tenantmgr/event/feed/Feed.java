package ai.nominate.tenantmgr.event.feed;

import io.smallrye.mutiny.Uni;

/**
 * An append-only sequence that can be read from any place. An entry that became visible stays where it is: none with a lower
 * number may appear later.
 *
 * @param <T> an entry; must not change after it was read
 */
public interface Feed<T> {
    /**
     * The entries that follow a number.
     *
     * @param seq the last number that the reader has; 0 for the beginning
     * @param limit at most so many, from 1
     * @param bytes as many as fit, or one that is larger; from 1. A source whose entries are small may ignore it
     */
    Uni<Chunk<T>> after(long seq, int limit, int bytes);

    /** The entry's number, from 1, ascending. */
    long seq(T entry);

    /** What the entry takes in memory, in bytes; an estimate, never 0. */
    int bytes(T entry);

    /**
     * Whether the numbers from {@code from} to {@code to}, which were not read, belonged to entries that are gone. By default
     * they did, as in a sequence without holes; a sequence that leaves numbers out has to look.
     */
    default Uni<Boolean> isLost(long from, long to) {
        return Uni.createFrom().item(true);
    }
}
