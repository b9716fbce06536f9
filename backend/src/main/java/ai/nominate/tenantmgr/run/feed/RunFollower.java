package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.run.engine.LogLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns lines and states into what one follower receives: each line once and in order, each step and the progress when they change,
 * and the end after the last line. Used by one thread at a time.
 */
final class RunFollower {
    private final Map<String, StepView> steps = new HashMap<>();
    private long position;
    private RunEvent.Progress progress;
    private FollowedState ended;
    private boolean hasEnded;

    /** @param afterSeq the number of the last line that the follower has */
    RunFollower(long afterSeq) {
        this.position = afterSeq;
    }

    List<RunEvent> line(Delivery<LogLine> delivery) {
        List<RunEvent> events = new ArrayList<>();
        switch (delivery) {
            case Delivery.Entry<LogLine>(LogLine line) -> {
                events.add(new RunEvent.Line(line));
                position = line.seq();
            }
            case Delivery.Gap<LogLine>(long from, long to) -> {
                events.add(new RunEvent.Gap(from, to));
                position = to;
            }
        }
        return withEnd(events);
    }

    List<RunEvent> state(Delivery<FollowedState> delivery) {
        List<RunEvent> events = new ArrayList<>();
        if (delivery instanceof Delivery.Entry<FollowedState>(FollowedState state)) {
            for (StepView step : state.steps()) {
                if (!step.equals(steps.put(step.id(), step))) {
                    events.add(new RunEvent.Step(step));
                }
            }
            RunEvent.Progress now = new RunEvent.Progress(state.progressPercent(), state.currentStep());
            if (!now.equals(progress)) {
                events.add(now);
                progress = now;
            }
            ended = state.status().isFinal() ? state : null;
        }
        return withEnd(events);
    }

    private List<RunEvent> withEnd(List<RunEvent> events) {
        if (ended != null && !hasEnded && position >= ended.lastSeq()) {
            events.add(new RunEvent.End(ended.status().id(), ended.failure()));
            hasEnded = true;
        }
        return events;
    }
}
