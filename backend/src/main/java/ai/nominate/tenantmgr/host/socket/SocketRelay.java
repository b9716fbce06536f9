package ai.nominate.tenantmgr.host.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts connections at one address and carries each to another. */
public final class SocketRelay implements AutoCloseable {
    private static final int WAITING = 128;
    private static final int BUFFER = 1 << 14;

    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final ServerSocketChannel server;
    private final SocketAddress target;

    private SocketRelay(ServerSocketChannel server, SocketAddress target) {
        this.server = server;
        this.target = target;
    }

    /**
     * From an address to a socket file. Listens before it returns.
     *
     * @throws UncheckedIOException if it cannot listen
     */
    public static SocketRelay toFile(InetSocketAddress address, Path socket) {
        return start(address, UnixDomainSocketAddress.of(socket));
    }

    /**
     * From a socket file to an address. Listens before it returns.
     *
     * @param socket does not exist; at most about 100 bytes long, as the kernel wants it
     * @throws UncheckedIOException if it cannot listen
     */
    public static SocketRelay fromFile(Path socket, InetSocketAddress address) {
        return start(UnixDomainSocketAddress.of(socket), address);
    }

    private static SocketRelay start(SocketAddress from, SocketAddress target) {
        try {
            ServerSocketChannel server =
                    isFile(from) ? ServerSocketChannel.open(StandardProtocolFamily.UNIX) : ServerSocketChannel.open();
            server.bind(from, WAITING);
            SocketRelay relay = new SocketRelay(server, target);
            Thread.ofVirtual().name("socket-relay").start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException("could not listen at " + from, e);
        }
    }

    private static boolean isFile(SocketAddress address) {
        return address instanceof UnixDomainSocketAddress;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(SocketChannel client) {
        try (client;
                SocketChannel other =
                        isFile(target) ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open()) {
            open.add(client);
            open.add(other);
            other.connect(target);
            Thread up = Thread.ofVirtual().start(() -> copy(client, other));
            copy(other, client);
            up.join();
            open.remove(other);
        } catch (IOException closed) {
            // the client sees a closed connection, as it would without this relay
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
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

    /** Ends its connections too. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            // nothing listens any more
        }
        open.forEach(SocketRelay::close);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyClosed) {
            // nothing is left to close
        }
    }
}
