package ai.nominate.tenantmgr;

import java.util.Map;

/** How the manager's log is written: as JSON for programs, as text for whoever sits before it. */
enum LogFormat {
    JSON,
    TEXT;

    /** @param wanted {@code json} or {@code text}; when it is neither, JSON unless people look on */
    static LogFormat of(String wanted, boolean isTerminal) {
        return switch (wanted == null ? "" : wanted) {
            case "json" -> JSON;
            case "text" -> TEXT;
            default -> isTerminal ? TEXT : JSON;
        };
    }

    /** With JSON comes a line for every request. */
    Map<String, String> properties() {
        return this == TEXT
                ? Map.of()
                : Map.of("quarkus.log.console.json.enabled", "true", "quarkus.log.category.\"access\".level", "INFO");
    }

    /** Whether the log is read as it is written. */
    static boolean isAtTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
