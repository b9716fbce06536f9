package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.kernel.MemorySize;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.util.List;

/** The limits of builds, of migrations and other one-off commands, and of captures of web pages. */
@Singleton
public class TaskSettings implements SettingGroup {
    private static final String BUILD = "build";
    private static final String COMMAND = "command";
    private static final String CAPTURE = "capture";
    private static final int FEWEST_TASKS = 16;
    private static final int MOST_TASKS = 32_768;

    static final Setting<MemorySize> BUILD_MEMORY = Setting.memory(
            "build.memory",
            BUILD,
            "Memory limit of a build command, with all processes that it starts. A build that uses more is ended.",
            "2G");

    static final Setting<Integer> BUILD_TASKS = Setting.number(
            "build.tasks",
            BUILD,
            "Limit of processes and threads of a build command together. A build that has more is ended.",
            1024,
            FEWEST_TASKS,
            MOST_TASKS);

    static final Setting<MemorySize> BUILD_DISK = Setting.memory(
            "build.disk",
            BUILD,
            "Limit of what a build may write to disk: its release, its home and its temporary files together. A build that "
                    + "writes more is ended.",
            "4G");

    static final Setting<MemorySize> COMMAND_MEMORY = Setting.memory(
            "command.memory",
            COMMAND,
            "Memory limit of a migration or another one-off command, with all processes that it starts. One that uses more is ended.",
            "1G");

    static final Setting<Integer> COMMAND_TASKS = Setting.number(
            "command.tasks",
            COMMAND,
            "Limit of processes and threads of a migration or another one-off command together. One that has more is ended.",
            512,
            FEWEST_TASKS,
            MOST_TASKS);

    static final Setting<MemorySize> CAPTURE_MEMORY = Setting.memory(
            "capture.memory",
            CAPTURE,
            "Memory limit of the capture of a web page, with all processes of the browser. One that uses more is ended.",
            "1536M");

    static final Setting<Integer> CAPTURE_TASKS = Setting.number(
            "capture.tasks",
            CAPTURE,
            "Limit of processes and threads of the capture of a web page together. One that has more is ended.",
            512,
            FEWEST_TASKS,
            MOST_TASKS);

    TaskSettings() {}

    @Override
    public int position() {
        return 250;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                BUILD_MEMORY, BUILD_TASKS, BUILD_DISK, COMMAND_MEMORY, COMMAND_TASKS, CAPTURE_MEMORY, CAPTURE_TASKS);
    }
}
