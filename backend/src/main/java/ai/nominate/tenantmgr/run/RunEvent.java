package ai.nominate.tenantmgr.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What a follower of a run receives. The names are those of the SSE events and the WebSocket frames. */
public sealed interface RunEvent {
    /** The event's name. */
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

    /** Lines that are not available any more. */
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

    /** Nothing happened for a while; keeps the connection alive. */
    record Quiet() implements RunEvent {
        @Override
        public String event() {
            return "quiet";
        }
    }
}
