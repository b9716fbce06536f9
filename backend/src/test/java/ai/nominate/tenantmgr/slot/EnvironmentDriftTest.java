package ai.nominate.tenantmgr.slot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.config.EnvFile;
import ai.nominate.tenantmgr.kernel.EnvKey;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnvironmentDriftTest {
    private static final SortedMap<EnvKey, String> STARTED = environment("TITLE", "old", "LOCALE", "en");
    private static final SortedMap<EnvKey, String> NEWEST = environment("TITLE", "new", "LOCALE", "de");
    private final SortedMap<Integer, SortedMap<EnvKey, String>> allowed = new TreeMap<>(Map.of(1, STARTED, 2, NEWEST));

    @Test
    void the_version_that_the_services_were_started_with_is_right() {
        assertThat(EnvironmentDrift.of(EnvFile.render(STARTED), allowed)).isEmpty();
    }

    @Test
    void the_newest_version_is_right() {
        assertThat(EnvironmentDrift.of(EnvFile.render(NEWEST), allowed)).isEmpty();
    }

    @Test
    void a_mixture_of_two_versions_is_drift() {
        assertThat(EnvironmentDrift.of(EnvFile.render(environment("TITLE", "new", "LOCALE", "en")), allowed))
                .contains("does not match configuration 1: TITLE");
    }

    @Test
    void the_closest_version_is_named_with_the_keys_that_differ_and_without_values() {
        String text = EnvFile.render(environment("TITLE", "new", "LOCALE", "de", "EXTRA", "secret"));

        assertThat(EnvironmentDrift.of(text, allowed)).contains("does not match configuration 2: EXTRA");
    }

    @Test
    void a_changed_time_zone_waits_for_the_next_start() {
        SortedMap<EnvKey, String> berlin = environment("TITLE", "old", "TZ", "Europe/Berlin");

        for (SortedMap<EnvKey, String> started :
                java.util.List.of(environment("TITLE", "old"), environment("TITLE", "old", "TZ", "Asia/Tokyo"))) {
            assertThat(EnvironmentDrift.of(EnvFile.render(started), new TreeMap<>(Map.of(1, berlin))))
                    .isEmpty();
            assertThat(EnvironmentDrift.of(EnvFile.render(berlin), new TreeMap<>(Map.of(1, started))))
                    .isEmpty();
        }
    }

    @Test
    void a_file_of_an_earlier_manager_lacks_the_variables_that_it_did_not_set() {
        SortedMap<EnvKey, String> more = environment("TITLE", "old", "RELEASE_COMMIT", "abc", "DATABASE_HOST", "h");

        assertThat(EnvironmentDrift.of(EnvFile.render(environment("TITLE", "old")), new TreeMap<>(Map.of(1, more))))
                .isEmpty();
        assertThat(EnvironmentDrift.of(
                        EnvFile.render(environment("TITLE", "old", "RELEASE_COMMIT", "other")),
                        new TreeMap<>(Map.of(1, more))))
                .contains("does not match configuration 1: RELEASE_COMMIT");
    }

    @Test
    void a_file_that_cannot_be_read_is_drift() {
        assertThat(EnvironmentDrift.of("TITLE=\"never closed", allowed))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("does not match configuration 2: ")
                        .doesNotContain("never closed"));
    }

    private static SortedMap<EnvKey, String> environment(String... pairs) {
        SortedMap<EnvKey, String> environment = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(new EnvKey(pairs[i]), pairs[i + 1]);
        }
        return environment;
    }
}
