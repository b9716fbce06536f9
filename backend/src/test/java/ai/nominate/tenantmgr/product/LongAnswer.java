package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An answer that takes long, read to its end in the background: a download, a stream of events. */
final class LongAnswer {
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private final CompletableFuture<String> whole = new CompletableFuture<>();

    /** Returns when the answer has begun. */
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
     * What came, when the answer ended as it should.
     *
     * @throws ExecutionException when it was cut off or stalled
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
