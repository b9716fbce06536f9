package ai.nominate.tenantmgr.analysis.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes that a capture may still carry, over all its connections. */
final class Budget {
    private static final int BUFFER = 1 << 14;

    private final AtomicLong left;

    Budget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    boolean isSpent() {
        return left.get() < 0;
    }

    /** Carries bytes one way until an end closes or the budget is spent; then both are closed. */
    void carry(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            int read;
            while ((read = from.read(buffer.clear())) >= 0) {
                if (left.addAndGet(-read) < 0) {
                    throw new IOException("the budget is spent");
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            close(from);
            close(to);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyClosed) {
            // nothing is left to close
        }
    }
}
