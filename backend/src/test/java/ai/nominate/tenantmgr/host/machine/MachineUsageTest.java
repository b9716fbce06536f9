package ai.nominate.tenantmgr.host.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.file.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineUsageTest {
    @Test
    void the_busy_share_is_what_was_not_idle_between_two_looks() {
        CpuTimes earlier = CpuTimes.of("cpu  100 0 100 700 100 0 0 0 50 0");
        CpuTimes later = CpuTimes.of("cpu  150 0 125 800 125 0 0 0 90 0");

        assertThat(later.busySince(earlier)).hasValue(37.5);
    }

    @Test
    void two_looks_at_the_same_moment_have_no_share() {
        CpuTimes one = CpuTimes.of("cpu 1 2 3 4 5");

        assertThat(one.busySince(one)).isEqualTo(OptionalDouble.empty());
        assertThatThrownBy(() -> CpuTimes.of("cpu0 1 2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void memory_is_read_by_its_name() {
        MemoryLines lines = new MemoryLines(List.of("MemTotal:        2048 kB", "MemAvailable:    1024 kB", "Huge: 3"));

        assertThat(lines.bytes("MemTotal")).isEqualTo(2 << 20);
        assertThat(lines.bytes("MemAvailable")).isEqualTo(1 << 20);
        assertThatThrownBy(() -> lines.bytes("Mem")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void this_machine_and_this_program_use_something(@TempDir Path home) {
        MachineUsage usage = new MachineUsage(new Home(home));
        assertThat(usage.sample().cpuPercent()).isEmpty();

        MachineSample sample = usage.sample();

        assertThat(sample.memoryUsedBytes()).isPositive().isLessThan(sample.memoryTotalBytes());
        assertThat(sample.diskUsedBytes()).isPositive().isLessThanOrEqualTo(sample.diskTotalBytes());
        assertThat(sample.managerBytes()).isPositive().isLessThan(sample.memoryTotalBytes());
    }
}
