package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a setting's text must be. The names are those of the API. */
public enum SettingType {
    STRING,
    INT,
    DURATION,
    PATH;

    private static final Pattern DURATION_SHAPE = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * A duration as people write it: 500ms, 5s, 2m, 1h.
     *
     * @throws InvalidValue when the text is none
     */
    public static Duration duration(String text) {
        Matcher matcher = DURATION_SHAPE.matcher(text);
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
}
