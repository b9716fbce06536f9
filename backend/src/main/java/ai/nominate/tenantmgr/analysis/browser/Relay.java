package ai.nominate.tenantmgr.analysis.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Carries bytes between the browser, whose only network is the loopback of its own namespace, and the manager's proxy, which
 * listens on a socket file. Decides nothing.
 */
final class Relay {
    /** Nobody else is in this network. */
    static final int PORT = 3128;

    private static final int BUFFER = 1 << 14;

    private final Path socket;

    private Relay(Path socket) {
        this.socket = socket;
    }

    /** Listens before it returns. */
    static void start(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 128);
        Relay relay = new Relay(socket);
        Thread.ofVirtual().start(() -> relay.accept(server));
    }

    private void accept(ServerSocketChannel server) {
        while (true) {
            try {
                SocketChannel browser = server.accept();
                Thread.ofVirtual().start(() -> connect(browser));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(SocketChannel browser) {
        try (browser;
                SocketChannel proxy = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            proxy.connect(UnixDomainSocketAddress.of(socket));
            Thread up = Thread.ofVirtual().start(() -> copy(browser, proxy));
            copy(proxy, browser);
            up.join();
        } catch (IOException closed) {
            // the browser sees a closed connection, as it would without this relay
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(buffer.clear()) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
            to.shutdownOutput();
        } catch (IOException closed) {
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
