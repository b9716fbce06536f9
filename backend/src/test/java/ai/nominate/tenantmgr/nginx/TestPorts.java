package ai.nominate.tenantmgr.nginx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Free ports, each returned once. */
final class TestPorts {
    private static final AtomicInteger NEXT = new AtomicInteger(41_800);

    private TestPorts() {}

    static int free() {
        for (int port = NEXT.getAndIncrement(); port < 42_000; port = NEXT.getAndIncrement()) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no free port is left for tests");
    }
}
