package ai.nominate.tenantmgr.kernel;

import java.util.regex.Pattern;

/** The name of a stored credential for git repositories. */
public record CredentialName(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** @throws InvalidValue if the text is no such name */
    public CredentialName {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue("must be 1 to 63 lower-case letters, digits and hyphens, such as acme-github");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
