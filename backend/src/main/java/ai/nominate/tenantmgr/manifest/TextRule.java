package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.EnvValue;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pattern of each text in a manifest, with its error message. The patterns are those of {@code
 * tenant-app.schema.json}; a test keeps the two identical. Control characters are rejected by every rule.
 */
enum TextRule {
    VERSION("tenantmgr/v1", "must be tenantmgr/v1"),
    NAME("[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?", "must be lower-case letters, digits and hyphens, at most 40"),
    SERVICE(ServiceName.SHAPE, ServiceName.REFUSAL),
    PROGRAM("(?!-)[^\\n\\t]+", "must be a program: not empty, and no option"),
    TEXT("[\\s\\S]*", "must be text"),
    ROUTE(
            "(?=.{1,200}$)(?!/\\.tenantmgr-)(?!/\\.well-known/acme-challenge(?:/|$))" + "(?:(?:" + Segment.SHAPE
                    + "){0,3}/|(?:" + Segment.SHAPE + "){1,4})",
            "must be a path: /api/ for all below it, at most three segments, or /graphql for itself, at most four; a segment is "
                    + "1 to 64 letters, digits, dots, hyphens, underscores or ~"),
    REQUEST(
            "/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2}){0,199}",
            "must be a path that starts with /, such as /api/health"),
    THEME(
            "(?=.{2,200}$)(?!/\\.tenantmgr-)(?:" + Segment.SHAPE + "){1,4}",
            "must be the path of a file, such as /theme.css"),
    MEMORY(
            "(?:6[4-9]|[7-9][0-9]|[1-9][0-9]{2,3}|[1-5][0-9]{4}"
                    + "|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-6])M|(?:[1-9]|[1-5][0-9]|6[0-4])G",
            "must be from 64M to 64G, such as 256M"),
    HEALTH_TIMEOUT("(?:[1-9]|[1-5][0-9]|60)s|1m", "must be from 1s to 60s, such as 5s"),
    START_TIMEOUT(
            "(?:[1-9][0-9]{0,2}|1[0-7][0-9]{2}|1800)s|(?:[1-9]|[12][0-9]|30)m", "must be from 1s to 30m, such as 90s"),
    STOP_GRACE("(?:[1-9][0-9]?|[1-5][0-9]{2}|600)s|(?:[1-9]|10)m", "must be from 1s to 10m, such as 20s"),
    CRON_TIMEOUT("[1-9][0-9]{0,3}s|[1-9][0-9]{0,2}m|(?:[1-9]|1[0-9]|2[0-4])h", "must be from 1s to 24h, such as 10m"),
    CRON(
            "[0-9*,/-]{1,40}(?: [0-9*,/-]{1,40}){4}",
            "must be minute, hour, day of the month, month and day of the week, such as 15 3 * * *") {
        @Override
        Optional<String> refusal(String text) {
            return super.refusal(text).or(() -> {
                try {
                    new CronSchedule(text);
                    return Optional.empty();
                } catch (InvalidValue e) {
                    return Optional.of(e.getMessage());
                }
            });
        }
    },
    EXTENSION("[a-z][a-z0-9_-]{0,62}", "must be the name of an extension of PostgreSQL, such as pg_trgm"),
    ENGINE("postgresql", "must be postgresql"),
    FILE(
            "(?=.{1,200}$)(?!-)(?!(?:.*/)?\\.{1,2}(?:/|$))[A-Za-z0-9._@+-]+(?:/[A-Za-z0-9._@+-]+)*",
            "must be a file of the application, relative to its root and without .., such as db/schema.sql"),
    DIRECTORY(
            "(?=.{1,200}$)(?!-)(?!(?:.*/)?\\.{1,2}(?:/|$))[A-Za-z0-9._@+-]+(?:/[A-Za-z0-9._@+-]+)*",
            "must be a directory of the application, relative to its root and without .., such as public/assets"),
    STORAGE("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}", "must be the name of one directory: letters, digits, hyphens, dots"),
    KEY("[A-Za-z_][A-Za-z0-9_]{0,127}", "must be the name of an environment variable"),
    REQUIRED_KEY("[A-Za-z_][A-Za-z0-9_]{0,127}", "must be the name of an environment variable") {
        @Override
        Optional<String> refusal(String text) {
            return super.refusal(text)
                    .or(() -> Optional.of(new EnvKey(text))
                            .filter(ReservedKeys::isMachine)
                            .flatMap(ReservedKeys::refusal));
        }
    },
    OWN_KEY("[A-Za-z_][A-Za-z0-9_]{0,127}", "must be the name of an environment variable") {
        @Override
        Optional<String> refusal(String text) {
            return super.refusal(text).or(() -> ReservedKeys.refusal(new EnvKey(text)));
        }
    },
    ACTION("[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?", "must be lower-case letters, digits and hyphens, at most 40"),
    TITLE("(?=.{1,80}$)\\S(?:.*\\S)?", "must be one line of at most 80 characters"),
    QUESTION("(?=.{1,200}$)\\S(?:.*\\S)?", "must be one line of at most 200 characters"),
    METHOD("GET|POST|PUT|PATCH|DELETE", "must be GET, POST, PUT, PATCH or DELETE");

    static final String UNKNOWN_SERVICE = "must be one of the services above";
    static final String TOO_MANY_SERVICES = "must have at most 8 services";
    static final String SAME_PATH = "must differ from the path of the style sheet";

    /** One segment of a path of NGINX. An enum constant cannot use a constant of its own enum. */
    private static final class Segment {
        static final String SHAPE = "/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]{1,64}";
    }

    private final Pattern pattern;
    private final String reason;

    TextRule(String pattern, String reason) {
        this.pattern = Pattern.compile(pattern);
        this.reason = reason;
    }

    String pattern() {
        return pattern.pattern();
    }

    /** The error message for users; empty if the text is valid. */
    Optional<String> refusal(String text) {
        try {
            new EnvValue(text);
        } catch (InvalidValue e) {
            return Optional.of(e.getMessage());
        }
        return pattern.matcher(text).matches() ? Optional.empty() : Optional.of(reason);
    }

    void require(String text) {
        refusal(text).ifPresent(refusal -> {
            throw new InvalidValue(refusal);
        });
    }

    static List<String> requireArgv(List<String> argv) {
        if (argv.isEmpty()) {
            throw new InvalidValue("must have a program");
        }
        PROGRAM.require(argv.getFirst());
        argv.forEach(TEXT::require);
        return List.copyOf(argv);
    }
}
