package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;


import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The state a caller intends to change.
 *
 * @param tags empty if the caller sent no condition, or {@code *}
 */
public record IfMatch(Optional<Set<String>> tags) {
    /** For a change without a condition. */
    public static final IfMatch ANYTHING = new IfMatch(Optional.empty());

    private static final Pattern ONE = Pattern.compile("(W/)?\"([!#-~]{0,100})\"");
    private static final Pattern LIST = Pattern.compile("(?:%1$s)(?:\\s{0,9},\\s{0,9}(?:%1$s)){0,20}".formatted(ONE));

    /** @param header the header If-Match; null if absent */
    public static IfMatch of(String header) {
        if (header == null || header.strip().equals("*")) {
            return ANYTHING;
        }
        if (!LIST.matcher(header.strip()).matches()) {
            throw new ProblemException(RequestProblem.INVALID, "One header is invalid")
                    .withError("If-Match", "must be * or an ETag in quotes, as returned by GET");
        }
        // weak ETags never match
        return new IfMatch(Optional.of(ONE.matcher(header)
                .results()
                .filter(etag -> etag.group(1) == null)
                .map(IfMatch::tag)
                .collect(Collectors.toSet())));
    }

    private static String tag(MatchResult etag) {
        String value = etag.group(2);
        int rest = value.indexOf('.');
        return rest < 0 ? value : value.substring(0, rest);
    }

    /**
     * Call it in the transaction of the change, with the row locked, so that one of two concurrent callers wins.
     *
     * @param tag the current {@link HasETag#tag()}
     * @throws ProblemException 412 if the state differs
     */
    public void require(String tag) {
        if (tags.isPresent() && !tags.get().contains(tag)) {
            throw new ProblemException(RequestProblem.PRECONDITION, "Read the resource again and repeat the change");
        }
    }
}
