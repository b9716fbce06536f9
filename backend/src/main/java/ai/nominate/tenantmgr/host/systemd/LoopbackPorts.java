package ai.nominate.tenantmgr.host.systemd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code deploy/systemd/loopback} has noted: whether the loopback ports of tenants are closed to each other. The manager may not
 * ask nftables itself.
 *
 * @param notes where it writes
 * @param unit is there where an installation closes them
 */
public record LoopbackPorts(Path notes, Path unit) {
    public static final LoopbackPorts OF_MACHINE = new LoopbackPorts(
            Path.of("/run/tenantmgr-loopback"), Path.of("/etc/systemd/system/tenantmgr-loopback.service"));

    /** @return why the ports are open; empty where they are closed, and on a machine that never closes them */
    public Optional<String> exposure() {
        if (!Files.exists(unit) || Files.exists(notes.resolve("closed"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(notes.resolve("open")).strip());
        } catch (IOException e) {
            return Optional.of("tenantmgr-loopback.service did not run");
        }
    }
}
