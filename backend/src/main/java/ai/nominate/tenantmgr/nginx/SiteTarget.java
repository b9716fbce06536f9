package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What answers the requests of a route, as a value of a map: {@code 1:backend} is the service whose port has position 1 in the
 * slot's entry; {@code 1:backend:2} gets the path without its first two segments. {@code static:1:0:public:index.html} are files
 * in the directory {@code public} of the release, found by the path without its first segment, not immutable, with a fallback.
 * An exact path to a file has {@code x} in the place of the number of segments.
 */
record SiteTarget(String text) {
    private static final String FILE = "[A-Za-z0-9._@+/-]{1,200}";
    static final String SHAPE =
            "(?:[0-7]:[a-z][a-z0-9-]{0,19}(?::[0-3])?|static:[0-3x]:[01]:" + FILE + "(?::" + FILE + ")?)";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    /** @throws InvalidValue if the text is not a target */
    SiteTarget {
        if (!PATTERN.matcher(text).matches()) {
            throw new InvalidValue("a route leads to a service or to files");
        }
    }

    /** @param cut number of segments that are left out of the path */
    static SiteTarget service(int position, ServiceName service, OptionalInt cut) {
        return new SiteTarget(position + ":" + service + (cut.isPresent() ? ":" + cut.getAsInt() : ""));
    }

    /** @param cut empty for an exact path, whose target is a file */
    static SiteTarget files(OptionalInt cut, boolean immutable, String path, Optional<String> fallback) {
        return new SiteTarget(
                "static:" + (cut.isPresent() ? String.valueOf(cut.getAsInt()) : "x") + ":" + (immutable ? 1 : 0) + ":"
                        + path + fallback.map(file -> ":" + file).orElse(""));
    }

    /** The position of the service's port; empty for files. */
    OptionalInt position() {
        return Character.isDigit(text.charAt(0)) ? OptionalInt.of(text.charAt(0) - '0') : OptionalInt.empty();
    }
}
