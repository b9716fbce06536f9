package ai.nominate.tenantmgr.host.machine;

import ai.nominate.tenantmgr.host.file.Home;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Looks at the machine. In a container the memory is that of the machine, not the container's limit. Blocks shortly. */
@ApplicationScoped
public class MachineUsage {
    private static final Path PROC = Path.of("/proc");

    private final Home home;
    private CpuTimes before;

    MachineUsage(Home home) {
        this.home = home;
    }

    public synchronized MachineSample sample() {
        try (var lines = Files.lines(PROC.resolve("stat"))) {
            CpuTimes now = CpuTimes.of(lines.findFirst().orElse(""));
            OptionalDouble busy = before == null ? OptionalDouble.empty() : now.busySince(before);
            before = now;
            MemoryLines memory = new MemoryLines(Files.readAllLines(PROC.resolve("meminfo")));
            MemoryLines self = new MemoryLines(Files.readAllLines(PROC.resolve("self/status")));
            File disk = home.root().toFile();
            long total = memory.bytes("MemTotal");
            return new MachineSample(
                    busy,
                    total - memory.bytes("MemAvailable"),
                    total,
                    disk.getTotalSpace() - disk.getUsableSpace(),
                    disk.getTotalSpace(),
                    self.bytes("VmRSS"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
