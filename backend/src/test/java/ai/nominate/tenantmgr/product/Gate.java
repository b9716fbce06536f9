package ai.nominate.tenantmgr.product;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Blocks a program of a release until the gate is opened, and counts its starts and ends. The program asks over the network:
 * it sees no file that a test does.
 */
final class Gate {
    private final HttpServer server;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile boolean isOpen;

    Gate() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer("/begun", () -> begun.incrementAndGet() > 0);
        answer("/ended", () -> ended.incrementAndGet() > 0);
        answer("/open", () -> isOpen);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void answer(String path, BooleanSupplier isWell) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(isWell.getAsBoolean() ? 204 : 404, -1);
            exchange.close();
        });
    }

    /** Runs the program named by its arguments, between two reports. */
    String script() {
        return """
                #!/bin/sh
                set -eu
                cd "${0%%/*}"
                gate=http://127.0.0.1:%d
                echo waiting at the gate
                curl -fsS "$gate/begun"
                until curl -fs "$gate/open"; do sleep 0.05; done
                "$@"
                curl -fsS "$gate/ended"
                """.formatted(server.getAddress().getPort());
    }

    void open() {
        isOpen = true;
    }

    int begun() {
        return begun.get();
    }

    int ended() {
        return ended.get();
    }
}
