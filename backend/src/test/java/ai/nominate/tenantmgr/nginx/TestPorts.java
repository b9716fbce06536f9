package ai.nominate.tenantmgr.nginx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Free ports, each returned once, below the kernel's ephemeral range and from a random start, because the same tests may run in
 * another checkout at the same time.
 */
final class TestPorts {
    private static final int FIRST = 6_000;
    private static final int COUNT = 1_000;
    private static final int BEGIN = ThreadLocalRandom.current().nextInt(COUNT);
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private TestPorts() {}

    static int free() {
        while (GIVEN.get() < COUNT) {
            int port = FIRST + (BEGIN + GIVEN.getAndIncrement()) % COUNT;
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no free port is left for tests");
    }
}
