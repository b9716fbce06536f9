package ai.nominate.tenantmgr.kernel;

import java.util.regex.Pattern;

/** A branch, tag or commit that git reads as a name, never as an option or an expression. */
public record GitRef(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/+-]{0,199}");

    /** @throws InvalidValue if the text is not such a name */
    public GitRef {
        if (value == null
                || !SHAPE.matcher(value).matches()
                || value.contains("..")
                || value.contains("//")
                || value.endsWith("/")
                || value.endsWith(".lock")
                || value.endsWith(".")) {
            throw new InvalidValue("must be a branch, a tag or a commit of the repository");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
