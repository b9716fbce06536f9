package ai.nominate.tenantmgr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidatedConfigTest {
    @Test
    void variables_that_together_are_too_large_for_the_start_of_a_program_are_refused() {
        assertThat(ValidatedConfig.of(change(31), "", null).env()).hasSize(31);

        assertThatThrownBy(() -> ValidatedConfig.of(change(40), "", null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("env");
                            assertThat(error.message()).isEqualTo("must be at most 1 MiB, all variables together");
                        }));
    }

    private static ConfigChange change(int count) {
        Map<String, ConfigValue> env = IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(
                        number -> "KEY_" + number, number -> new ConfigValue("x".repeat(32_768), false, false)));
        return new ConfigChange(null, null, null, env);
    }
}
