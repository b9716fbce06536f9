package ai.nominate.tenantmgr.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Events sent to a follower of a deployment, as SSE events and WebSocket frames of the same name. */
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

    /** Lines that are no longer stored. */
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

    /** Keep-alive, sent when no other event occurred for a while. */
    record Quiet() implements Follower {
        @Override
        public String event() {
            return "quiet";
        }
    }
}
