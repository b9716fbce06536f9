package ai.nominate.tenantmgr.host.file;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;




import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    Path root;

    @Test
    void one_process_has_it_at_a_time_and_says_who_it_is() throws Exception {
        Home home = new Home(root);
        assertThat(HomeLock.lastHolder(home)).isEqualTo("unknown");
        String pid = Long.toString(ProcessHandle.current().pid());
        try (HomeLock lock = HomeLock.tryTake(home).orElseThrow()) {
            assertThat(Files.readString(home.run().resolve("manager.pid"))).isEqualTo(pid + "\n");
            assertThat(HomeLock.tryTake(home)).isEmpty();
            assertThat(HomeLock.lastHolder(home)).isEqualTo(pid);
            assertThat(takenByAnotherProcess(home)).isFalse();
            assertThat(lock).isNotNull();
        }
        HomeLock.tryTake(home).orElseThrow().close();
        assertThat(takenByAnotherProcess(home)).isTrue();
    }

    @Test
    void a_start_waits_for_another_and_gives_up_after_its_limit() {
        Home home = new Home(root);
        StartLock first = StartLock.take(home, Duration.ofSeconds(1));

        assertThatThrownBy(() -> StartLock.take(home, Duration.ofMillis(100)))
                .isInstanceOf(HomeInUse.class)
                .hasMessageContaining(root.toString());
        Thread.ofVirtual().start(first::close);
        StartLock.take(home, Duration.ofSeconds(30)).close();
    }

    @Test
    void a_start_does_not_take_the_home() {
        Home home = new Home(root);
        try (StartLock start = StartLock.take(home, Duration.ofSeconds(1));
                HomeLock lock = HomeLock.tryTake(home).orElseThrow()) {
            assertThat(start).isNotNull();
            assertThat(lock).isNotNull();
        }
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
            Runtime.getRuntime()
                    .halt(HomeLock.tryTake(new Home(Path.of(words[0]))).isPresent() ? 0 : 1);
        }
    }
}
