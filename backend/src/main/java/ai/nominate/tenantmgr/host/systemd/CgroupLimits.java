package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.process.Cgroups;
import ai.nominate.tenantmgr.host.process.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Limits that the kernel holds a unit to. Of tasks it allows twice as many: a program that is refused one may end by itself, and
 * nobody could tell why. One that is over a limit, or was refused, is ended as a whole.
 */
final class CgroupLimits {
    private CgroupLimits() {}

    /** As {@code systemctl set-property} takes them; without a limit what was set before is taken back. */
    static List<String> properties(Limits limits) {
        List<String> words = new ArrayList<>();
        words.add("MemoryMax=" + (limits.memoryBytes() > 0 ? limits.memoryBytes() : "infinity"));
        words.add("TasksMax=" + (limits.tasks() > 0 ? 2L * limits.tasks() : "infinity"));
        return words;
    }

    static Optional<String> excess(Cgroups cgroups, String unit, Limits limits, UnaryOperator<String> origin) {
        int tasks = cgroups.tasks(unit);
        if (limits.tasks() > 0 && (tasks > limits.tasks() || cgroups.ranOutOfTasks(unit))) {
            return Optional.of(limits.tooManyTasks(tasks, origin));
        }
        return limits.memoryBytes() > 0 && cgroups.ranOutOfMemory(unit)
                ? Optional.of(limits.tooMuchMemory(Math.max(cgroups.heldBytes(unit), limits.memoryBytes()), origin))
                : Optional.empty();
    }
}
