package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.Duration;
import java.util.function.Function;

/**
 * One thing that can be set.
 *
 * @param parse reads the text; refuses with {@link InvalidValue} what is out of bounds
 */
public record Setting<T>(
        String key, String group, SettingType type, String description, String defaultText, Function<String, T> parse) {

    static Setting<Duration> duration(
            String key, String group, String description, String defaultText, Duration least, Duration most) {
        return new Setting<>(key, group, SettingType.DURATION, description, defaultText, text -> {
            Duration value = SettingType.duration(text);
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new InvalidValue("must be from " + least.toSeconds() + " s to " + most.toSeconds() + " s");
            }
            return value;
        });
    }

    static Setting<Integer> number(String key, String group, String description, int standard, int least, int most) {
        return new Setting<>(key, group, SettingType.INT, description, Integer.toString(standard), text -> {
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new InvalidValue("must be a whole number from " + least + " to " + most);
            }
            return Integer.parseInt(text);
        });
    }

    static Setting<String> text(String key, String group, SettingType type, String description, String standard) {
        return new Setting<>(key, group, type, description, standard, text -> {
            if (text.length() > 2000 || text.chars().anyMatch(Character::isISOControl)) {
                throw new InvalidValue("must be one line of at most 2000 characters");
            }
            return text;
        });
    }
}
