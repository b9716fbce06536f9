package ai.nominate.tenantmgr.host.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    Path root;

    @Test
    void taking_it_twice_says_who_has_it() throws Exception {
        Home home = new Home(root);
        String pid = Long.toString(ProcessHandle.current().pid());
        try (HomeLock lock = HomeLock.take(home)) {
            assertThat(Files.readString(home.run().resolve("manager.pid"))).isEqualTo(pid + "\n");
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(HomeInUse.class)
                    .hasMessageContaining(pid);
            assertThat(takenByAnotherProcess(home)).isFalse();
            assertThat(lock).isNotNull();
        }
        HomeLock.take(home).close();
        assertThat(takenByAnotherProcess(home)).isTrue();
    }

    private boolean takenByAnotherProcess(Home home) {
        return new LocalRunner(BaseEnvironment.of(home))
                .run(
                        Command.of(
                                "java",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Taker.class.getName(),
                                root.toString()),
                        Duration.ofSeconds(30))
                .succeeded();
    }

    static final class Taker {
        private Taker() {}

        static void main(String[] words) {
            HomeLock.take(new Home(Path.of(words[0])));
            Runtime.getRuntime().halt(0);
        }
    }
}
