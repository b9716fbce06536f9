package ai.nominate.tenantmgr.kernel.mask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Passes bytes on with each secret replaced by three dots, however the bytes are divided into chunks and lines. Holds back
 * only what may be the beginning of a secret, at most some ten KiB. Used by one thread at a time.
 */
public final class MaskedStream {
    private static final byte[] MASK = "•••".getBytes(StandardCharsets.UTF_8);
    /** A line break in the middle of so many matched bytes was put there by the printer, such as in wrapped Base64. */
    private static final int WRAPPED = 16;

    private static final int MOST_BLANKS = 16;

    private final SecretMatcher matcher;
    private final Sink sink;
    private final long[] matched;
    private final Deque<long[]> masked = new ArrayDeque<>();
    private byte[] held = new byte[256];
    private int heldLength;
    private long position;
    private long passing;
    private int node;
    private long count;
    private int blanks;
    private long tail;
    private long maskedThrough = -2;

    public MaskedStream(SecretMatcher matcher, Sink sink) {
        this.matcher = matcher;
        this.sink = sink;
        this.matched = new long[matcher.deepest() + 1];
    }

    /** Receives what may be shown. The array is reused after the call. */
    @FunctionalInterface
    public interface Sink {
        void accept(byte[] bytes, int length);
    }

    public void feed(byte[] bytes, int length) {
        if (matcher.isEmpty()) {
            passing = position;
            position += length;
            sink.accept(bytes, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            hold(bytes[i]);
            look(bytes[i]);
            position++;
        }
        release();
    }

    /** Passes on what was held back: no more bytes follow. */
    public void finish() {
        node = SecretMatcher.ROOT;
        release();
    }

    /** Whether everything was passed on, and the next byte belongs to no secret that has begun. */
    boolean isBetweenSecrets() {
        return heldLength == 0 && tail == 0;
    }

    /** While bytes are passed on that are no mask: how many bytes came in before them. */
    long passing() {
        return passing;
    }

    private void look(byte b) {
        boolean isBlank = b == ' ' || b == '\t' || b == '\r' || b == '\n';
        if (tail > 0) {
            tail -= isBlank ? 0 : 1;
            mask(position);
        }
        if (isBlank && isWithin()) {
            blanks++;
            return;
        }
        blanks = 0;
        node = matcher.next(node, isBlank ? SecretMatcher.BLANK : b);
        matched[(int) (++count % matched.length)] = position;
        int found = matcher.found(node);
        if (found > 0) {
            mask(start(found));
            tail = Math.max(tail, matcher.tail(node));
        }
    }

    /** Whether white space changes nothing: it follows white space, or breaks a match that is no chance. */
    private boolean isWithin() {
        return node != SecretMatcher.ROOT
                && !matcher.has(node, SecretMatcher.BLANK)
                && blanks < MOST_BLANKS
                && (matcher.isBlank(node) || matcher.depth(node) >= WRAPPED);
    }

    /** Where the last so many matched bytes begin. */
    private long start(int length) {
        return matched[(int) ((count - length + 1) % matched.length)];
    }

    /** Masks from here to the present position. */
    private void mask(long from) {
        long begin = from;
        while (!masked.isEmpty() && masked.getLast()[1] >= begin - 1) {
            begin = Math.min(begin, masked.removeLast()[0]);
        }
        masked.addLast(new long[] {begin, position});
    }

    private void hold(byte b) {
        if (heldLength == held.length) {
            release();
        }
        if (heldLength == held.length) {
            held = Arrays.copyOf(held, held.length * 2);
        }
        held[heldLength++] = b;
    }

    /** Passes on everything before the beginning of what may become a secret. */
    private void release() {
        long first = position - heldLength;
        long until = node == SecretMatcher.ROOT ? position : Math.min(position, start(matcher.depth(node)));
        int next = 0;
        while (first + next < until) {
            long[] interval = masked.peekFirst();
            long here = first + next;
            if (interval != null && interval[0] <= here) {
                next = maskTo(Math.min(interval[1] + 1, until), here, first);
                if (interval[1] < until) {
                    masked.removeFirst();
                } else {
                    interval[0] = until;
                }
            } else {
                long end = interval == null ? until : Math.min(until, interval[0]);
                pass(next, (int) (end - first));
                next = (int) (end - first);
            }
        }
        System.arraycopy(held, next, held, 0, heldLength - next);
        heldLength -= next;
    }

    private int maskTo(long end, long here, long first) {
        if (maskedThrough != here - 1) {
            sink.accept(MASK.clone(), MASK.length);
        }
        maskedThrough = end - 1;
        return (int) (end - first);
    }

    private void pass(int from, int to) {
        passing = position - heldLength + from;
        byte[] part = from == 0 ? held : Arrays.copyOfRange(held, from, to);
        sink.accept(part, to - from);
    }
}
