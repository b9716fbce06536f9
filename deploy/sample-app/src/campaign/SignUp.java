package campaign;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A validated sign-up. Invalid fields are rejected one by one and never corrected silently. */
record SignUp(String name, String email, Map<String, String> extras) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\",;:]{1,64}@[^@\\s<>\",;:.]+(\\.[^@\\s<>\",;:.]+)+");
    private static final Set<String> YES = Set.of("true", "on", "yes", "1");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_EXTRA = 80;

    static SignUp of(Map<String, String> fields) {
        Map<String, String> wrong = new LinkedHashMap<>();
        String name = fields.getOrDefault("name", "").strip();
        String email = fields.getOrDefault("email", "").strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST_NAME || !printable(name)) {
            wrong.put("name", "Please enter your name, at most " + LONGEST_NAME + " characters.");
        }
        if (email.length() > LONGEST_EMAIL
                || !printable(email)
                || !EMAIL.matcher(email).matches()) {
            wrong.put("email", "Please enter an e-mail address such as you@example.org.");
        }
        if (!YES.contains(fields.getOrDefault("consent", "").toLowerCase(Locale.ROOT))) {
            wrong.put("consent", "We need your consent to count your signature.");
        }
        Map<String, String> extras = new LinkedHashMap<>();
        for (String column : Extras.COLUMNS) {
            String value = fields.getOrDefault(column, "").strip();
            if (value.length() > LONGEST_EXTRA || !printable(value)) {
                wrong.put(column, "Please use at most " + LONGEST_EXTRA + " characters.");
            }
            extras.put(column, value);
        }
        if (!wrong.isEmpty()) {
            throw new Refused(400, "sign-up.invalid", "Some fields are invalid", wrong);
        }
        return new SignUp(name, email, extras);
    }

    private static boolean printable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
