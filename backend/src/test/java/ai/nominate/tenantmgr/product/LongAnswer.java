package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A long answer, read to its end in the background: a download, an event stream. */
final class LongAnswer {
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private final CompletableFuture<String> whole = new CompletableFuture<>();

    /** Returns once the answer has started. */
    static LongAnswer begun(int port, String host, String path, String accept) throws IOException {
        Wire wire = new Wire(port, host, SILENCE);
        Wire.Answer answer = wire.get(path, "Accept: " + accept);
        if (answer.status() != 200) {
            throw new IOException(path + " was answered with " + answer.status() + " " + answer.text());
        }
        LongAnswer begun = new LongAnswer();
        Thread.ofVirtual().name("long-answer").start(() -> begun.read(wire, answer));
        return begun;
    }

    boolean isOpen() {
        return !whole.isDone();
    }

    /**
     * The content of a complete answer.
     *
     * @throws ExecutionException if it was cut off or stalled
     */
    String whole(Duration within) throws ExecutionException, InterruptedException, TimeoutException {
        return whole.get(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void read(Wire wire, Wire.Answer answer) {
        try (wire) {
            whole.complete(answer.text());
        } catch (IOException e) {
            whole.completeExceptionally(e);
        }
    }
}
