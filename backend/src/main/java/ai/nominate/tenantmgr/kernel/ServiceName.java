package ai.nominate.tenantmgr.kernel;

import java.util.regex.Pattern;

/**
 * The name of a service of a core application: 1 to 20 lower-case letters, digits and hyphens, so that it fits a unit, a file
 * and an entry of NGINX. Names that would be taken for other files, units or answers of the manager are refused.
 */
public record ServiceName(String id) implements Comparable<ServiceName> {
    /** Without anchors; also the rule of the manifest. */
    public static final String SHAPE =
            "(?!(?:build|command|env|files|migrate|static|theme)$)[a-z](?:[a-z0-9-]{0,18}[a-z0-9])?";

    public static final String REFUSAL = "must be at most 20 lower-case letters, digits and hyphens, such as worker;"
            + " build, command, env, files, migrate, static and theme are reserved";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);
    public static final ServiceName FRONTEND = new ServiceName("frontend");
    public static final ServiceName BACKEND = new ServiceName("backend");

    /** @throws InvalidValue if the text is not the name of a service */
    public ServiceName {
        if (id == null || !PATTERN.matcher(id).matches()) {
            throw new InvalidValue(REFUSAL);
        }
    }

    /** @throws InvalidValue if the text is not the name of a service */
    public static ServiceName of(String id) {
        return new ServiceName(id);
    }

    /** Whether the text is the name of a service. */
    public static boolean isName(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public int compareTo(ServiceName other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
