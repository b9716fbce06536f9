package ai.nominate.tenantmgr.host.process;

import ai.nominate.tenantmgr.kernel.PortNumber;


import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketsTest {
    private final Sockets sockets = new Sockets();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0"})
    void a_port_that_is_held_on_any_address_is_not_free(String address) throws IOException {
        PortNumber port;
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            port = new PortNumber(held.getLocalPort());
            assertThat(sockets.free(port)).isFalse();
            assertThat(sockets.listener(port)).hasValue(ProcessHandle.current().pid());
        }
        assertThat(sockets.free(port)).isTrue();
        assertThat(sockets.listener(port)).isEmpty();
    }

    @Test
    void only_the_servers_end_of_a_connection_counts() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                ServerSocket idle = new ServerSocket(0, 1, loopback)) {
            PortNumber port = new PortNumber(server.getLocalPort());
            PortNumber other = new PortNumber(idle.getLocalPort());
            try (Socket client = new Socket(loopback, port.value());
                    Socket end = server.accept()) {
                assertThat(client.isConnected() && end.isConnected()).isTrue();
                assertThat(sockets.established(List.of(port, other))).isOne();
                assertThat(sockets.established(List.of(other))).isZero();
            }
            assertThat(sockets.established(List.of(port))).isZero();
            assertThat(sockets.free(new PortNumber(port.value()))).isFalse();
        }
    }

    @Test
    void a_port_whose_last_connections_only_linger_is_free() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        PortNumber port;
        try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
            port = new PortNumber(server.getLocalPort());
            try (Socket client = new Socket(loopback, port.value())) {
                server.accept().close();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        }
        assertThat(sockets.free(port)).isTrue();
    }
}
