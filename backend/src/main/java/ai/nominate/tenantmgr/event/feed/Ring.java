package ai.nominate.tenantmgr.event.feed;

/** The newest entries, without a hole after its floor, bounded in number and bytes. Not safe for threads. */
final class Ring<T> {
    private final Slot<T>[] slots;
    private long mostBytes;
    private int start;
    private int size;
    private long bytes;
    private long floor;

    @SuppressWarnings("unchecked")
    Ring(int mostEntries, long mostBytes) {
        this.slots = new Slot[mostEntries];
        this.mostBytes = mostBytes;
    }

    /** Empties it. It has everything that will follow the number. */
    void begin(long after) {
        java.util.Arrays.fill(slots, null);
        start = 0;
        size = 0;
        bytes = 0;
        floor = after;
    }

    /** Removes the oldest entries until the rest fits; one stays. */
    void limit(long bytesAllowed) {
        mostBytes = bytesAllowed;
        while (size > 1 && bytes > mostBytes) {
            removeOldest();
        }
    }

    void add(Slot<T> slot) {
        while (size > 0 && (size == slots.length || bytes + slot.bytes() > mostBytes)) {
            removeOldest();
        }
        slots[(start + size) % slots.length] = slot;
        size++;
        bytes += slot.bytes();
    }

    private void removeOldest() {
        Slot<T> oldest = slots[start];
        slots[start] = null;
        start = (start + 1) % slots.length;
        size--;
        bytes -= oldest.bytes();
        floor = oldest.seq();
    }

    /** Whether everything that follows the number and was read is here. */
    boolean covers(long position) {
        return position >= floor;
    }

    /** The first entry after the number; null when there is none. */
    Slot<T> after(long position) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle).seq() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == size ? null : at(low);
    }

    private Slot<T> at(int index) {
        return slots[(start + index) % slots.length];
    }

    long floor() {
        return floor;
    }

    long bytes() {
        return bytes;
    }

    int size() {
        return size;
    }
}
