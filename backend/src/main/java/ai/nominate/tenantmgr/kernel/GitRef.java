package ai.nominate.tenantmgr.kernel;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A branch, tag or commit that git reads as a name, never as an option or an expression: the rules of git
 * check-ref-format, with fewer characters.
 */
public record GitRef(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/+@#=,-]{0,199}");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern SHORT_COMMIT = Pattern.compile("[0-9a-f]{7,39}");

    /** @throws InvalidValue if the text is not such a name */
    public GitRef {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue(
                    "must be a branch, a tag or a commit: letters, digits and . _ / + @ # = , -, at most "
                            + "200, beginning with a letter, a digit or _");
        }
        if (value.contains("..") || value.contains("@{") || value.endsWith(".")) {
            throw new InvalidValue(
                    "must be the name of a branch or tag, without .. or @{ and without a dot at its end");
        }
        boolean oddPart = Arrays.stream(value.split("/", -1))
                .anyMatch(part -> part.isEmpty() || part.startsWith(".") || part.endsWith(".lock"));
        if (oddPart) {
            throw new InvalidValue("must have no empty part between slashes, none that begins with a dot and none that "
                    + "ends with .lock");
        }
    }

    /** Whether it is a complete commit id. */
    public boolean isCommit() {
        return COMMIT.matcher(value).matches();
    }

    /** Whether it can be the beginning of a commit id, if no branch or tag has this name. */
    public boolean mayBeShortCommit() {
        return SHORT_COMMIT.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
