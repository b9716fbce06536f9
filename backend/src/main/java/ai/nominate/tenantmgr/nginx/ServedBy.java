package ai.nominate.tenantmgr.nginx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identification header of NGINX. Texts are empty if undecided: an unknown host has no tenant, a stopped one no
 * slot.
 *
 * @param service its name, theme for a theme file of the tenant, static for a file of the release
 */
public record ServedBy(long generation, String tenant, String slot, String release, String routes, String service) {
    private static final Pattern SHAPE =
            Pattern.compile("([0-9]{1,18}):([a-z0-9-]*):([ab]?):([a-z0-9-]*):([a-z0-9]*):([a-z0-9-]*)");

    static Optional<ServedBy> parse(String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher m = SHAPE.matcher(header);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new ServedBy(Long.parseLong(m.group(1)), m.group(2), m.group(3), m.group(4), m.group(5), m.group(6)));
    }
}
