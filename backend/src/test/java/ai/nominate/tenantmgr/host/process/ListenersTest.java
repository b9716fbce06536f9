package ai.nominate.tenantmgr.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {
    @Test
    void the_ports_of_a_process_are_known_and_which_of_them_the_whole_machine_offers() throws IOException {
        List<LiveProcess> own = List.of(
                new ProcessTable().process(ProcessHandle.current().pid()).orElseThrow());
        try (ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ServerSocket everywhere = new ServerSocket(0)) {
            assertThat(Sockets.listeners(own))
                    .contains(
                            new Listener(loopback.getLocalPort(), false),
                            new Listener(everywhere.getLocalPort(), true));
        }
        assertThat(Sockets.listeners(List.of())).isEmpty();
    }
}
