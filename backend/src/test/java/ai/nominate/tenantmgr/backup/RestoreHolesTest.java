package ai.nominate.tenantmgr.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreHolesTest {
    @ParameterizedTest
    @CsvSource({
        "15.18, true",
        "15.20, false",
        "13.9, true",
        "14.25, false",
        "16.15, true",
        "18.7, false",
        "19.1, false",
        "unknown, false"
    })
    void versions_before_the_first_good_one_of_their_series_have_the_hole(String version, boolean has) {
        assertThat(RestoreHoles.has(version)).isEqualTo(has);
    }
}
