package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.kernel.InvalidValue;


import java.util.regex.Pattern;

/** The name of a server: 1 to 40 lower-case letters, digits and hyphens, beginning with a letter. */
record ServerName(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?");

    ServerName {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValue("must be 1 to 40 lower-case letters, digits and hyphens, and begin with a letter");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
