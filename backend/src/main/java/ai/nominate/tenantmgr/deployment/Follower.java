package ai.nominate.tenantmgr.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What someone who follows a deployment is told. The names are those of the SSE events and the WebSocket frames. */
sealed interface Follower {
    /** The event's name. */
    String event();

    record Line(@JsonUnwrapped LogLine line) implements Follower {
        @Override
        public String event() {
            return "line";
        }
    }

    record Step(@JsonUnwrapped StepView step) implements Follower {
        @Override
        public String event() {
            return "step";
        }
    }

    record Progress(int progressPercent, String currentStep) implements Follower {
        @Override
        public String event() {
            return "progress";
        }
    }

    /** Lines that cannot be told any more. */
    record Gap(long from, long to) implements Follower {
        @Override
        public String event() {
            return "gap";
        }
    }

    @JsonInclude
    record End(String status, Failure failure) implements Follower {
        @Override
        public String event() {
            return "end";
        }
    }

    /** Nothing happened for a while; keeps the connection alive. */
    record Quiet() implements Follower {
        @Override
        public String event() {
            return "quiet";
        }
    }
}
