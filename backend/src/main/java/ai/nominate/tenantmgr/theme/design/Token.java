package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A use of a colour. Applications style their elements with these, by the names of the CSS variables. */
public enum Token {
    BACKGROUND,
    FOREGROUND,
    CARD,
    CARD_FOREGROUND,
    MUTED,
    MUTED_FOREGROUND,
    /** Lines that only decorate: no contrast is required of them. */
    BORDER,
    /** The border of a field, by which it is found. */
    INPUT,
    /** The line around the focused element, and the gap between the two. */
    RING,
    RING_OFFSET,
    PRIMARY,
    PRIMARY_FOREGROUND,
    PRIMARY_HOVER,
    PRIMARY_ACTIVE,
    /** The edge of a primary button, visible even if its fill is as pale as the page. */
    PRIMARY_BORDER,
    /** Links and other text in the colour of the brand, which itself may be unreadable as text. */
    PRIMARY_TEXT,
    SECONDARY,
    SECONDARY_FOREGROUND,
    ACCENT,
    ACCENT_FOREGROUND,
    SUCCESS,
    SUCCESS_FOREGROUND,
    SUCCESS_SOFT,
    SUCCESS_TEXT,
    WARNING,
    WARNING_FOREGROUND,
    WARNING_SOFT,
    WARNING_TEXT,
    DANGER,
    DANGER_FOREGROUND,
    DANGER_SOFT,
    DANGER_TEXT,
    INFO,
    INFO_FOREGROUND,
    INFO_SOFT,
    INFO_TEXT;

    private static final Map<String, Token> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(Token::key, Function.identity()));

    private final String key;

    Token() {
        StringBuilder text = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        key = text.toString();
    }

    /** The name in JSON: {@code primaryForeground}. */
    public String key() {
        return key;
    }

    /** The CSS variable: {@code --color-primary-foreground}. */
    public String variable() {
        return "--color-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InvalidValue if no token has that name in JSON */
    public static Token of(String key) {
        Token token = BY_KEY.get(key);
        if (token == null) {
            throw new InvalidValue("must be the name of a token, such as primaryForeground");
        }
        return token;
    }
}
