package ai.nominate.tenantmgr.control.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MaintenancePageTest {
    @Test
    void texts_cannot_become_markup() {
        assertThat(MaintenancePage.escaped("<script>&'\"")).isEqualTo("&lt;script&gt;&amp;&#39;&quot;");
    }

    @Test
    void the_end_is_told_in_the_tenant_s_time_zone_with_its_name() {
        Instant end = Instant.parse("2026-12-24T05:30:00Z");

        assertThat(MaintenancePage.time(end, ZoneOffset.UTC)).isEqualTo("24 December, 05:30 (UTC)");
        assertThat(MaintenancePage.time(end, ZoneId.of("Europe/Berlin")))
                .isEqualTo("24 December, 06:30 (Europe/Berlin)");
    }
}
