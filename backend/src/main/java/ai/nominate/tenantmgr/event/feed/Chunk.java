package ai.nominate.tenantmgr.event.feed;

import java.util.List;

/**
 * Some entries as they were read, in ascending order.
 *
 * @param isMore whether the source had more when it was read
 */
public record Chunk<T>(List<T> entries, boolean isMore) {
    public Chunk {
        entries = List.copyOf(entries);
    }
}
