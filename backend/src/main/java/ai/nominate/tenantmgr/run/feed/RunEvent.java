package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.LogLine;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Events sent to a follower of a run, as SSE events and WebSocket frames of the same name. */
public sealed interface RunEvent {
    /** The name of the event. */
    String event();

    record Line(@JsonUnwrapped LogLine line) implements RunEvent {
        @Override
        public String event() {
            return "line";
        }
    }

    record Step(@JsonUnwrapped StepView step) implements RunEvent {
        @Override
        public String event() {
            return "step";
        }
    }

    record Progress(int progressPercent, String currentStep) implements RunEvent {
        @Override
        public String event() {
            return "progress";
        }
    }

    /** Lines that are no longer stored. */
    record Gap(long from, long to) implements RunEvent {
        @Override
        public String event() {
            return "gap";
        }
    }

    @JsonInclude
    record End(String status, Failure failure) implements RunEvent {
        @Override
        public String event() {
            return "end";
        }
    }

    /** Keep-alive, sent when no other event occurred for a while. */
    record Quiet() implements RunEvent {
        @Override
        public String event() {
            return "quiet";
        }
    }
}
