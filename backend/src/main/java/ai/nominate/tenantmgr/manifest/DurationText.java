package ai.nominate.tenantmgr.manifest;

import java.time.Duration;

/** Durations as in the manifest: whole seconds, minutes or hours, such as {@code 90s}. */
final class DurationText {
    private DurationText() {}

    /** @param text that matches one of the rules of {@link TextRule} for durations */
    static Duration parse(String text) {
        long number = Long.parseLong(text, 0, text.length() - 1, 10);
        return switch (text.charAt(text.length() - 1)) {
            case 'h' -> Duration.ofHours(number);
            case 'm' -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /** In the largest unit that needs no fraction. */
    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds > 0 && seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
