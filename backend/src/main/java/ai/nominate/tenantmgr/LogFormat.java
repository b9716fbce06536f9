package ai.nominate.tenantmgr;

import java.util.Map;

/** The format of the manager's log: JSON for programs, text for a terminal. */
enum LogFormat {
    JSON,
    TEXT;

    /** @param wanted {@code json} or {@code text}; otherwise text on a terminal, else JSON */
    static LogFormat of(String wanted, boolean isTerminal) {
        return switch (wanted == null ? "" : wanted) {
            case "json" -> JSON;
            case "text" -> TEXT;
            default -> isTerminal ? TEXT : JSON;
        };
    }

    /** JSON includes one line per request. */
    Map<String, String> properties() {
        return this == TEXT
                ? Map.of()
                : Map.of("quarkus.log.console.json.enabled", "true", "quarkus.log.category.\"access\".level", "INFO");
    }

    /** Whether standard output is a terminal. */
    static boolean isAtTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
