package ai.nominate.tenantmgr.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitPreferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=10 | 10",
                "respond-async, wait=60 | 60",
                "WAIT = \"7\" | 7",
                "wait=5; note | 5",
                "wait=5, return=minimal | 5",
                "wait=301 | 300",
                "wait=999999999 | 300"
            })
    void a_wait_is_read_as_rfc_7240_writes_it(String prefer, int seconds) {
        assertThat(WaitPreference.seconds(prefer)).hasValue(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"wait=0", "wait=-1", "wait=x", "wait", "await=5", "wait=99999999999", "return=minimal", "''"})
    void a_preference_that_cannot_be_read_is_ignored(String prefer) {
        assertThat(WaitPreference.seconds(prefer)).isEmpty();
    }

    @Test
    void a_request_without_a_preference_does_not_wait() {
        assertThat(WaitPreference.seconds(null)).isEmpty();
    }

    @Test
    void one_user_cannot_take_every_place() {
        WaitPlaces places = new WaitPlaces();
        for (int place = 0; place < WaitPlaces.PER_USER; place++) {
            assertThat(places.take("one")).isTrue();
        }

        assertThat(places.take("one")).isFalse();
        assertThat(places.take("another")).isTrue();
        places.leave("one");
        assertThat(places.take("one")).isTrue();
    }
}
