package ai.nominate.tenantmgr.alert.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificateFindingsTest {
    private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void a_certificate_of_ninety_days_is_told_two_weeks_before_its_end() {
        assertThat(severity(90, 15)).isEqualTo("none");
        assertThat(severity(90, 13)).isEqualTo("warning");
        assertThat(severity(90, 2)).isEqualTo("critical");
        assertThat(severity(90, -1)).isEqualTo("critical");
    }

    @Test
    void a_certificate_of_six_days_is_told_a_day_before_its_end() {
        assertThat(severity(6, 2)).isEqualTo("none");
        assertThat(severity(6, 1)).isEqualTo("warning");
    }

    private static String severity(int life, int left) {
        return CertificateFindings.severity(END.minus(Duration.ofDays(life)), END, END.minus(Duration.ofDays(left)))
                .map(Severity::id)
                .orElse("none");
    }
}
