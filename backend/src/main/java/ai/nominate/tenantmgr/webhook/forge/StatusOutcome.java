package ai.nominate.tenantmgr.webhook.forge;

import ai.nominate.tenantmgr.kernel.DisplayText;
import java.time.Duration;
import java.util.Optional;

/** What a forge's answer to a status means. */
public sealed interface StatusOutcome {
    /** The forge has it. */
    record Sent() implements StatusOutcome {}

    /** @param after how long the forge asks to wait, at most an hour; empty if it does not say */
    record Later(String why, Optional<Duration> after) implements StatusOutcome {}

    /** Sending it again would not help. */
    record Failed(String why) implements StatusOutcome {}

    Duration LONGEST_WAIT = Duration.ofHours(1);
    int LONGEST_QUOTE = 200;

    /**
     * @param retryAfter the header in seconds; null if there is none
     * @param text the body, or its begin
     */
    static StatusOutcome of(Forge forge, int status, String retryAfter, String text) {
        if (status >= 200 && status < 300 || isSetAlready(forge, status, text)) {
            return new Sent();
        }
        if (status == 429 || status == 403 && retryAfter != null || status >= 500) {
            return new Later("The forge answered " + status + ", it is asked again later", seconds(retryAfter));
        }
        return new Failed(
                switch (status) {
                    case 401 -> "The forge does not accept the access token: it is wrong or has expired";
                    case 403 -> "The access token may not write commit statuses";
                    case 404 ->
                        "The forge knows no such repository or commit, or the access token may not write statuses there";
                    case 301, 302, 303, 307, 308 -> "The forge redirects to another address, which is not followed";
                    default -> "The forge answered " + status + quote(text);
                });
    }

    /** GitLab refuses a status that the commit has already. */
    private static boolean isSetAlready(Forge forge, int status, String text) {
        return forge == Forge.GITLAB && status == 400 && text.contains("Cannot transition status");
    }

    private static Optional<Duration> seconds(String header) {
        return header == null || !header.matches("[0-9]{1,9}")
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.clamp(Long.parseLong(header), 1, LONGEST_WAIT.toSeconds())));
    }

    private static String quote(String text) {
        String line = DisplayText.shown(text.strip());
        return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(line.length(), LONGEST_QUOTE));
    }
}
