package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Finds free ports below the kernel's ephemeral range. Starts at random, because the same tests may run in another checkout at the
 * same time; in this JVM no port is returned twice.
 */
final class FreePorts {
    private static final int TRIES = 500;
    private static final List<Block> GIVEN = new ArrayList<>();

    private FreePorts() {}

    private record Block(int first, int count) {
        boolean overlaps(Block other) {
            return first < other.first + other.count && other.first < first + count;
        }
    }

    /** Four for a product: the API, and NGINX for browsers, HTTP and HTTPS. */
    static int forProduct() {
        return inARow(4, 8_000, 8_999);
    }

    /** For the tenants of a product. */
    static int forTenants(int count) {
        return inARow(count, 20_000, 27_999);
    }

    /** The first of a number of consecutive free ports within a range. */
    private static synchronized int inARow(int count, int from, int to) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int first = from + ThreadLocalRandom.current().nextInt((to - from + 1) / count) * count;
            Block block = new Block(first, count);
            if (GIVEN.stream().noneMatch(block::overlaps)
                    && IntStream.range(first, first + count).allMatch(FreePorts::isFree)) {
                GIVEN.add(block);
                return first;
            }
        }
        throw new IllegalStateException("no " + count + " free ports in a row from " + from + " to " + to);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
