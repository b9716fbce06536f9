package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.kernel.InvalidValue;

/** What an entry is about. */
enum LogSource {
    MANAGER("manager"),
    REQUEST("request");

    private final String id;

    LogSource(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** @throws InvalidValue unless the text is the name of one */
    static LogSource of(String text) {
        return switch (text) {
            case "manager" -> MANAGER;
            case "request" -> REQUEST;
            default -> throw new InvalidValue("must be manager or request");
        };
    }
}
