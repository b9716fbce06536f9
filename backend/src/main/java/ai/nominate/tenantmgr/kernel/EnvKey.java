package ai.nominate.tenantmgr.kernel;

import java.util.regex.Pattern;

/** The name of an environment variable that both a shell and systemd accept, at most 128 characters. */
public record EnvKey(String value) implements Comparable<EnvKey> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    /** @throws InvalidValue if the text is not a variable name */
    public EnvKey {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue(
                    "must be letters, digits and underscores, not start with a digit, at most 128 characters");
        }
    }

    @Override
    public int compareTo(EnvKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
