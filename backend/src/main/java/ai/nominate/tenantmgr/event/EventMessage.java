package ai.nominate.tenantmgr.event;

/** A message to a follower of events. The names are those of the SSE events and the WebSocket frames. */
sealed interface EventMessage {
    /** The message's name. */
    String name();

    /** The number from which the stream can be resumed. */
    long seq();

    /** Its content, a JSON object. */
    String json();

    /** The first message: everything after this number will follow. */
    record Ready(long seq) implements EventMessage {
        @Override
        public String name() {
            return "ready";
        }

        @Override
        public String json() {
            return "{\"seq\":" + seq + "}";
        }
    }

    /** Something has changed. */
    record Change(StoredEvent event) implements EventMessage {
        @Override
        public String name() {
            return "change";
        }

        @Override
        public long seq() {
            return event.seq();
        }

        /** Composed as text for speed; only the payload could contain characters to escape, and it is JSON already. */
        @Override
        public String json() {
            String tenant = event.tenantId() == null ? "null" : "\"" + event.tenantId() + "\"";
            return "{\"seq\":" + event.seq() + ",\"at\":\"" + event.at() + "\",\"topic\":\"" + event.topic()
                    + "\",\"event\":\"" + event.type() + "\",\"tenantId\":" + tenant + ",\"data\":" + event.payload()
                    + "}";
        }
    }

    /** Events that are no longer stored: the follower must load its data again. */
    record Gap(long from, long to) implements EventMessage {
        @Override
        public String name() {
            return "gap";
        }

        @Override
        public long seq() {
            return to;
        }

        @Override
        public String json() {
            return "{\"from\":" + from + ",\"to\":" + to + "}";
        }
    }

    /** Nothing for this follower; keeps the connection alive, and its position current. */
    record Quiet(long seq) implements EventMessage {
        @Override
        public String name() {
            return "quiet";
        }

        @Override
        public String json() {
            return "{}";
        }
    }
}
