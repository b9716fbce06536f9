package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.analysis.browser.ExitCode;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The only way out of a capture: an HTTP proxy on a socket file. Resolves each host itself, once, and connects to the address that
 * it has checked, so that a name which changes its address reaches nothing else. Counts what it carries and stops at a limit.
 */
final class EgressProxy implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_REQUESTS = 3000;
    private static final int CONNECT_MILLIS = 5000;

    private final WayOut way;
    private final ServerSocketChannel server;
    private final Budget budget;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);
    private final AtomicInteger requests = new AtomicInteger();

    private EgressProxy(WayOut way, ServerSocketChannel server, long mostBytes) {
        this.way = way;
        this.server = server;
        this.budget = new Budget(mostBytes);
    }

    /**
     * Listens before it returns.
     *
     * @param socket does not exist; at most about 100 bytes long, as the kernel wants it
     * @param mostBytes that all connections may carry together
     */
    static EgressProxy start(WayOut way, Path socket, long mostBytes) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket), MOST_CONNECTIONS);
            EgressProxy proxy = new EgressProxy(way, server, mostBytes);
            Thread.ofVirtual().name("egress-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no proxy for a capture at " + socket, e);
        }
    }

    /** Whether the page wanted to reach an address that it may not, and which host it named. */
    Set<String> refused() {
        return Set.copyOf(refused);
    }

    boolean isExhausted() {
        return budget.isSpent();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel browser = server.accept();
                if (requests.incrementAndGet() > MOST_REQUESTS || !connections.tryAcquire()) {
                    browser.close();
                    continue;
                }
                open.add(browser);
                Thread.ofVirtual().start(() -> serve(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SocketChannel browser) {
        try (browser) {
            ProxyRequest request = ProxyRequest.read(browser);
            InetSocketAddress address;
            try {
                address = way.reach(request.host(), request.port());
            } catch (ProblemException e) {
                refused.add(request.host());
                request.refuse(browser, ExitCode.REFUSED_BY_PROXY);
                return;
            }
            try (SocketChannel site = SocketChannel.open()) {
                open.add(site);
                try {
                    site.socket().connect(address, CONNECT_MILLIS);
                } catch (IOException unreachable) {
                    request.refuse(browser, 502);
                    return;
                }
                request.begin(browser, site);
                Thread up = Thread.ofVirtual().start(() -> budget.carry(browser, site));
                budget.carry(site, browser);
                up.join();
                open.remove(site);
            }
        } catch (IOException closed) {
            // the browser sees a closed connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(browser);
            connections.release();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (AutoCloseable channel : open) {
                channel.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("a connection of a capture could not be closed", e);
        }
    }
}
