package ai.nominate.tenantmgr.host.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackPortsTest {
    @TempDir
    Path machine;

    @Test
    void open_ports_are_said_with_the_reason_where_they_should_be_closed() throws IOException {
        LoopbackPorts ports = new LoopbackPorts(machine, machine.resolve("unit"));
        assertThat(ports.exposure()).as("not installed").isEmpty();

        Files.createFile(machine.resolve("unit"));
        assertThat(ports.exposure()).contains("tenantmgr-loopback.service did not run");

        Files.writeString(machine.resolve("open"), "nftables: not found\n");
        assertThat(ports.exposure()).contains("nftables: not found");

        Files.createFile(machine.resolve("closed"));
        assertThat(ports.exposure()).isEmpty();
    }
}
