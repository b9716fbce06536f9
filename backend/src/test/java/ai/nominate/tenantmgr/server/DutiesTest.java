package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;


import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DutiesTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void they_begin_by_phase_and_end_in_the_reverse_order_once() {
        Duties duties = new Duties(List.of(
                duty("jobs", DutyPhase.JOBS), duty("rows", DutyPhase.ROWS), duty("services", DutyPhase.SERVICES)));

        duties.begin(Permit.ALWAYS);
        duties.end();
        duties.end();

        assertThat(said)
                .containsExactly("begin rows", "begin services", "begin jobs", "end jobs", "end services", "end rows");
    }

    @Test
    void when_one_fails_those_that_have_begun_are_ended_and_it_too() {
        Duties duties = new Duties(
                List.of(duty("rows", DutyPhase.ROWS), failing("nginx", DutyPhase.NGINX), duty("jobs", DutyPhase.JOBS)));

        assertThatThrownBy(() -> duties.begin(Permit.ALWAYS)).hasMessage("nginx failed");

        assertThat(said).containsExactly("begin rows", "begin nginx", "end nginx", "end rows");
    }

    @Test
    void a_lease_that_is_lost_on_the_way_begins_no_further_duty() {
        AtomicInteger checks = new AtomicInteger();
        Permit lostSoon = () -> {
            if (checks.incrementAndGet() > 1) {
                throw new PermitLost("lost");
            }
        };
        Duties duties = new Duties(List.of(duty("rows", DutyPhase.ROWS), duty("jobs", DutyPhase.JOBS)));

        assertThatThrownBy(() -> duties.begin(lostSoon)).isInstanceOf(PermitLost.class);

        assertThat(said).containsExactly("begin rows", "end rows");
    }

    private ServerDuty duty(String name, DutyPhase phase) {
        return new Recorded(name, phase, false);
    }

    private ServerDuty failing(String name, DutyPhase phase) {
        return new Recorded(name, phase, true);
    }

    private final class Recorded implements ServerDuty {
        private final String name;
        private final DutyPhase phase;
        private final boolean fails;

        Recorded(String name, DutyPhase phase, boolean fails) {
            this.name = name;
            this.phase = phase;
            this.fails = fails;
        }

        @Override
        public DutyPhase phase() {
            return phase;
        }

        @Override
        public void begin(Permit permit) {
            said.add("begin " + name);
            if (fails) {
                throw new IllegalStateException(name + " failed");
            }
        }

        @Override
        public void end() {
            said.add("end " + name);
        }
    }
}
