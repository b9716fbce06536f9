package ai.nominate.tenantmgr.run.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.run.engine.LogLine;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFollowerTest {
    private final RunFollower follower = new RunFollower(0);

    @Test
    void the_end_comes_after_the_last_line_although_the_state_was_read_first() {
        assertThat(follower.state(state(3, RunStatus.SUCCEEDED, "done", 2))).noneMatch(RunEvent.End.class::isInstance);
        assertThat(follower.line(line(1))).hasOnlyElementsOfType(RunEvent.Line.class);

        assertThat(follower.line(line(2))).extracting(RunEvent::event).containsExactly("line", "end");
    }

    @Test
    void a_state_tells_only_what_has_changed() {
        assertThat(follower.state(state(1, RunStatus.RUNNING, "running", 0)))
                .extracting(RunEvent::event)
                .containsExactly("step", "progress");
        assertThat(follower.state(state(2, RunStatus.RUNNING, "running", 0))).isEmpty();
        assertThat(follower.state(state(3, RunStatus.RUNNING, "done", 0)))
                .extracting(RunEvent::event)
                .containsExactly("step");
    }

    @Test
    void a_follower_that_has_all_lines_gets_the_end_at_once_and_once() {
        RunFollower late = new RunFollower(7);

        assertThat(late.state(state(9, RunStatus.FAILED, "failed", 7))).last().isInstanceOf(RunEvent.End.class);
        assertThat(late.state(state(10, RunStatus.FAILED, "failed", 7))).isEmpty();
    }

    @Test
    void lost_lines_are_a_gap_and_count_as_passed() {
        follower.state(state(3, RunStatus.SUCCEEDED, "done", 5));

        assertThat(follower.line(new Delivery.Gap<>(1, 5)))
                .containsExactly(new RunEvent.Gap(1, 5), new RunEvent.End("succeeded", null));
    }

    private static Delivery<LogLine> line(long seq) {
        return new Delivery.Entry<>(new LogLine(seq, Instant.EPOCH, "step-1", "out", "info", "line " + seq));
    }

    private static Delivery<FollowedState> state(long revision, RunStatus status, String step, long lastSeq) {
        StepView view = new StepView("step-1", "Step 1", step, null, null, null);
        return new Delivery.Entry<>(new FollowedState(revision, status, "step-1", 0, null, List.of(view), lastSeq));
    }
}
