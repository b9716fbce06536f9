package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a setting's text according to its type. The error message names the expected format. */
final class SettingText {
    private static final int LONGEST = 2000;
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{C}\\p{Z}]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");
    private static final Pattern CRON_FIELDS = Pattern.compile("[0-9A-Za-z*,/-]{1,40}( [0-9A-Za-z*,/-]{1,40}){4}");

    private SettingText() {}

    static String line(String text) {
        if (text.length() > LONGEST || !DisplayText.isLine(text)) {
            throw new InvalidValue("must be one line of at most " + LONGEST + " characters");
        }
        return text;
    }

    static int number(String text, int least, int most) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new InvalidValue("must be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidValue("must be true or false");
        };
    }

    /** A duration in common notation: 500ms, 5s, 2m, 1h. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidValue("must be a duration such as 500ms, 5s, 2m or 1h");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /** The URL of a web server, without user info and fragment. */
    static URI url(String text) {
        line(text);
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // rejected below with the same message
        }
        throw new InvalidValue("must be an address such as https://api.example.com/v1, without user or fragment");
    }

    /** An absolute path in normal form, so that comparisons with it are exact. */
    static Path path(String text) {
        line(text);
        try {
            Path path = Path.of(text);
            if (path.isAbsolute() && path.normalize().toString().equals(text)) {
                return path;
            }
        } catch (java.nio.file.InvalidPathException malformed) {
            // rejected below with the same message
        }
        throw new InvalidValue("must be an absolute path such as /var/backups, without . or ..");
    }

    /** The five fields of crontab(5). */
    static String cron(String text) {
        try {
            if (CRON_FIELDS.matcher(text).matches()) {
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                        .parse(text)
                        .validate();
                return text;
            }
        } catch (IllegalArgumentException malformed) {
            // rejected below with the same message
        }
        throw new InvalidValue("must be minute, hour, day, month and weekday as in a crontab, such as 30 3 * * *");
    }

    static String email(String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw new InvalidValue("must be an e-mail address");
        }
        return text;
    }

    static String secret(String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("must be one line of 1 to " + LONGEST + " characters");
        }
        return text;
    }
}
