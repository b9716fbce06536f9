package ai.nominate.tenantmgr.backup.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manager and the program that starts a restored application tell each other. */
class BootPlanTest {
    @TempDir
    Path directory;

    @Test
    void a_plan_is_read_as_it_was_written() {
        BootPlan plan = new BootPlan(
                URI.create("https://acme.example:8443"),
                true,
                List.of(
                        new BootPlan.Service(
                                "backend",
                                new PortNumber(20_001),
                                Path.of("/home/a dir/a.backend"),
                                Path.of("/home/logs/backend.log"),
                                Duration.ofSeconds(30),
                                Optional.of(new HealthSpec("/api/health?deep=1", List.of(200, 401), Duration.ofSeconds(5)))),
                        new BootPlan.Service(
                                "search",
                                new PortNumber(20_004),
                                Path.of("/home/a.search"),
                                Path.of("/home/logs/search.log"),
                                Duration.ofSeconds(9),
                                Optional.empty())),
                Optional.of(new BootPlan.Question(new PortNumber(20_001), "/api/persons/count", "a token")));
        assertThat(BootPlanText.parse(BootPlanText.of(plan))).isEqualTo(plan);
        BootPlan nothing = new BootPlan(URI.create("http://acme.example"), false, List.of(), Optional.empty());
        assertThat(BootPlanText.parse(BootPlanText.of(nothing))).isEqualTo(nothing);
        assertThatThrownBy(() -> BootPlanText.parse("else\tx")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answers_are_found_among_what_others_print() {
        BootAnswer answer = BootAnswer.of(List.of(
                "listening", "boot-healthy\tService backend: /api/health answers 200", "boot-persons\tmany", "boot-persons\t42"));
        assertThat(answer.healthy()).containsExactly("Service backend: /api/health answers 200");
        assertThat(answer.persons()).isEqualTo(OptionalLong.of(42));
        assertThat(answer.fault()).isEmpty();
        assertThat(BootAnswer.of(List.of("boot-fault\tService backend exited with code 1")).fault())
                .contains("Service backend exited with code 1");
    }

    @Test
    void a_service_that_ends_is_a_fault_at_once_and_one_that_never_listens_after_its_time() throws Exception {
        assertThat(new Boot(plan("exit 7", Duration.ofMinutes(1))).run()).isFalse();
        assertThat(new Boot(plan("exec sleep 60", Duration.ofMillis(300))).run()).isFalse();
        assertThat(new Boot(new BootPlan(URI.create("http://acme.example"), false, List.of(), Optional.empty())).run())
                .as("nothing to start")
                .isTrue();
    }

    private BootPlan plan(String script, Duration patience) throws Exception {
        Path launch = directory.resolve("launch");
        Files.writeString(launch, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(launch, PosixFilePermissions.fromString("rwx------"));
        BootPlan.Service service = new BootPlan.Service(
                "backend", new PortNumber(1025), launch, directory.resolve("log"), patience, Optional.empty());
        return new BootPlan(URI.create("http://acme.example"), false, List.of(service), Optional.empty());
    }
}
