package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Finds free ports below the kernel's ephemeral range. Starts at a random position: the same tests may run in parallel.
 */
final class FreePorts {
    private static final int TRIES = 200;

    private FreePorts() {}

    /** The first of a number of consecutive free ports within a range. */
    static int inARow(int count, int from, int to) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int block = ThreadLocalRandom.current().nextInt((to - from + 1) / count);
            int first = from + block * count;
            if (IntStream.range(first, first + count).allMatch(FreePorts::isFree)) {
                return first;
            }
        }
        throw new IllegalStateException(count + " free ports in a row are not to be had from " + from + " to " + to);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
