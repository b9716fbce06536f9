package ai.nominate.tenantmgr.event.feed;

import io.smallrye.mutiny.Multi;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** One {@link SharedReader} for each source that is followed at the moment, such as the log of each run. */
public final class SharedReaders<K, T> {
    private final Function<K, SharedReader<T>> make;
    private final ReaderMemory memory;
    private final ConcurrentHashMap<K, Shared<T>> readers = new ConcurrentHashMap<>();

    /**
     * @param make a reader for a source; it is let go after its last follower
     * @param memory that the readers share
     */
    public SharedReaders(Function<K, SharedReader<T>> make, ReaderMemory memory) {
        this.make = make;
        this.memory = memory;
    }

    /** As {@link SharedReader#follow}. */
    public Multi<Delivery<T>> follow(K key, long afterSeq, Executor executor) {
        return Multi.createFrom().deferred(() -> {
            Shared<T> shared = readers.compute(
                    key,
                    (same, known) -> known == null
                            ? new Shared<>(make.apply(key), 1)
                            : new Shared<>(known.reader, known.followers + 1));
            if (memory.readers(readers.size())) {
                readers.values().forEach(other -> other.reader.shrink());
            }
            return shared.reader.follow(afterSeq, executor).onTermination().invoke(() -> leave(key));
        });
    }

    /** Notifies the reader of the source that there may be new entries; without followers it does nothing. */
    public void wake(K key) {
        Shared<T> shared = readers.get(key);
        if (shared != null) {
            shared.reader.wake();
        }
    }

    /** How many sources are followed. */
    public int size() {
        return readers.size();
    }

    private void leave(K key) {
        readers.computeIfPresent(
                key, (same, known) -> known.followers == 1 ? null : new Shared<>(known.reader, known.followers - 1));
        memory.readers(readers.size());
    }

    private record Shared<T>(SharedReader<T> reader, int followers) {}
}
