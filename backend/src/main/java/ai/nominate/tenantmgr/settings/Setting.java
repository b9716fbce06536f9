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
 * One setting.
 *
 * @param defaultText default value if the environment does not set one
 * @param property the property that sets the default from the environment; null if there is none
 * @param bounds null for types without bounds
 * @param ofServer whether each server has a value of its own
 * @param parse parses the text; throws {@link InvalidValue} if it is out of bounds
 */
public record Setting<T>(
        String key,
        String group,
        SettingType type,
        String description,
        String defaultText,
        String property,
        SettingBounds bounds,
        boolean ofServer,
        Function<String, T> parse) {

    public static Setting<String> text(String key, String group, String description, String defaultValue) {
        return of(key, group, SettingType.STRING, description, defaultValue, null, SettingText::line);
    }

    public static Setting<Integer> number(
            String key, String group, String description, int defaultValue, int min, int max) {
        SettingBounds bounds = new SettingBounds(Integer.toString(min), Integer.toString(max));
        return of(
                key,
                group,
                SettingType.INT,
                description,
                Integer.toString(defaultValue),
                bounds,
                text -> SettingText.number(text, min, max));
    }

    public static Setting<Boolean> bool(String key, String group, String description, boolean defaultValue) {
        return of(key, group, SettingType.BOOL, description, Boolean.toString(defaultValue), null, SettingText::bool);
    }

    /** @param least and most, in duration notation */
    public static Setting<Duration> duration(
            String key, String group, String description, String defaultValue, String min, String max) {
        Duration shortest = SettingText.duration(min);
        Duration longest = SettingText.duration(max);
        return of(key, group, SettingType.DURATION, description, defaultValue, new SettingBounds(min, max), text -> {
            Duration value = SettingText.duration(text);
            if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
                throw new InvalidValue("must be from " + min + " to " + max);
            }
            return value;
        });
    }

    /** Stored encrypted and never returned; empty if not set. */
    public static Setting<Optional<Secret>> secret(String key, String group, String description) {
        return of(
                key,
                group,
                SettingType.SECRET,
                description,
                "",
                null,
                text -> text.isEmpty() ? Optional.empty() : Optional.of(new Secret(SettingText.secret(text))));
    }

    public static Setting<URI> url(String key, String group, String description, String defaultValue) {
        return of(key, group, SettingType.URL, description, defaultValue, null, SettingText::url);
    }

    public static Setting<Path> path(String key, String group, String description, String defaultValue) {
        return of(key, group, SettingType.PATH, description, defaultValue, null, SettingText::path);
    }

    public static Setting<String> cron(String key, String group, String description, String defaultValue) {
        return of(key, group, SettingType.CRON, description, defaultValue, null, SettingText::cron);
    }

    public static Setting<String> email(String key, String group, String description, String defaultValue) {
        return of(key, group, SettingType.EMAIL, description, defaultValue, null, SettingText::email);
    }

    /** An amount of memory, written as in a manifest. */
    public static Setting<MemorySize> memory(String key, String group, String description, String defaultValue) {
        SettingBounds bounds = new SettingBounds(MemorySize.LEAST, MemorySize.MOST);
        return of(key, group, SettingType.STRING, description, defaultValue, bounds, MemorySize::of);
    }

    public static Setting<PortRange> ports(String key, String group, String description, String defaultValue) {
        SettingBounds bounds = new SettingBounds(Integer.toString(PortRange.MIN), Integer.toString(PortRange.MAX));
        return of(key, group, SettingType.STRING, description, defaultValue, bounds, PortRange::of);
    }

    /** The same setting with a default from the environment. */
    public Setting<T> defaultFrom(String environmentProperty) {
        return new Setting<>(key, group, type, description, defaultText, environmentProperty, bounds, ofServer, parse);
    }

    /** The same setting with a value for each server. */
    public Setting<T> ofEachServer() {
        return new Setting<>(key, group, type, description, defaultText, property, bounds, true, parse);
    }

    public boolean isSecret() {
        return type == SettingType.SECRET;
    }

    /** The environment variable of the default: TENANTMGR_PORT_RANGE; only if there is a property. */
    String variable() {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static <T> Setting<T> of(
            String key,
            String group,
            SettingType type,
            String description,
            String defaultValue,
            SettingBounds bounds,
            Function<String, T> parse) {
        return new Setting<>(key, group, type, description, defaultValue, null, bounds, false, parse);
    }
}
