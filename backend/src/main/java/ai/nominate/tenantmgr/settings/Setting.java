package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.MemorySize;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that can be set.
 *
 * @param defaultText its value when neither a setting nor the environment says another
 * @param property the property by which the environment says another; null when it cannot
 * @param bounds null for a type that has none
 * @param parse reads the text; refuses with {@link InvalidValue} what is out of bounds
 */
public record Setting<T>(
        String key,
        String group,
        SettingType type,
        String description,
        String defaultText,
        String property,
        Bounds bounds,
        Function<String, T> parse) {

    static Setting<String> text(String key, String group, String description, String standard) {
        return of(key, group, SettingType.STRING, description, standard, null, SettingText::line);
    }

    static Setting<Integer> number(String key, String group, String description, int standard, int least, int most) {
        Bounds bounds = new Bounds(Integer.toString(least), Integer.toString(most));
        return of(
                key,
                group,
                SettingType.INT,
                description,
                Integer.toString(standard),
                bounds,
                text -> SettingText.number(text, least, most));
    }

    static Setting<Boolean> bool(String key, String group, String description, boolean standard) {
        return of(key, group, SettingType.BOOL, description, Boolean.toString(standard), null, SettingText::bool);
    }

    /** @param least and most, written as people write durations */
    static Setting<Duration> duration(
            String key, String group, String description, String standard, String least, String most) {
        Duration shortest = SettingText.duration(least);
        Duration longest = SettingText.duration(most);
        return of(key, group, SettingType.DURATION, description, standard, new Bounds(least, most), text -> {
            Duration value = SettingText.duration(text);
            if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
                throw new InvalidValue("must be from " + least + " to " + most);
            }
            return value;
        });
    }

    /** Stored encrypted and never shown; empty when there is none. */
    static Setting<Optional<Secret>> secret(String key, String group, String description) {
        return of(
                key,
                group,
                SettingType.SECRET,
                description,
                "",
                null,
                text -> text.isEmpty() ? Optional.empty() : Optional.of(new Secret(SettingText.secret(text))));
    }

    static Setting<URI> url(String key, String group, String description, String standard) {
        return of(key, group, SettingType.URL, description, standard, null, SettingText::url);
    }

    static Setting<Path> path(String key, String group, String description, String standard) {
        return of(key, group, SettingType.PATH, description, standard, null, SettingText::path);
    }

    static Setting<String> cron(String key, String group, String description, String standard) {
        return of(key, group, SettingType.CRON, description, standard, null, SettingText::cron);
    }

    static Setting<String> email(String key, String group, String description, String standard) {
        return of(key, group, SettingType.EMAIL, description, standard, null, SettingText::email);
    }

    /** An amount of memory, written as in a manifest. */
    static Setting<MemorySize> memory(String key, String group, String description, String standard) {
        Bounds bounds = new Bounds(MemorySize.LEAST, MemorySize.MOST);
        return of(key, group, SettingType.STRING, description, standard, bounds, MemorySize::of);
    }

    static Setting<PortRange> ports(String key, String group, String description, String standard) {
        Bounds bounds = new Bounds(Integer.toString(PortRange.LEAST), Integer.toString(PortRange.MOST));
        return of(key, group, SettingType.STRING, description, standard, bounds, PortRange::of);
    }

    /** The same, with a default that the environment may say. */
    Setting<T> orFrom(String environmentProperty) {
        return new Setting<>(key, group, type, description, defaultText, environmentProperty, bounds, parse);
    }

    public boolean isSecret() {
        return type == SettingType.SECRET;
    }

    /** The variable of the environment that says the default: TENANTMGR_PORT_RANGE; only where there is a property. */
    String variable() {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static <T> Setting<T> of(
            String key,
            String group,
            SettingType type,
            String description,
            String standard,
            Bounds bounds,
            Function<String, T> parse) {
        return new Setting<>(key, group, type, description, standard, null, bounds, parse);
    }
}
