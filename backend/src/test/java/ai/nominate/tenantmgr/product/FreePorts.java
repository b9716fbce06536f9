package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Finds ports that nobody listens on, below those that the kernel hands out to outgoing connections. */
final class FreePorts {
    private static final int LAST = 32_767;

    private FreePorts() {}

    /** The first port of so many free ones in a row, at or above another. */
    static int inARow(int count, int from) {
        for (int first = from; first + count <= LAST; first += count) {
            if (IntStream.range(first, first + count).allMatch(FreePorts::isFree)) {
                return first;
            }
        }
        throw new IllegalStateException(count + " free ports in a row are not to be had from " + from);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
