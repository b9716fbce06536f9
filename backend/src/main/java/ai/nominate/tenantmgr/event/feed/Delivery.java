package ai.nominate.tenantmgr.event.feed;

/** What a follower receives, in order. */
public sealed interface Delivery<T> {
    /** The next entry. */
    record Entry<T>(T value) implements Delivery<T> {}

    /** The entries with these numbers, both included, are gone and cannot be delivered. */
    record Gap<T>(long from, long to) implements Delivery<T> {}
}
