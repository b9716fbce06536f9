package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a caller believes to be changing.
 *
 * @param tags empty when they did not say, or said {@code *}
 */
public record IfMatch(Optional<Set<String>> tags) {
    /** For a change that nobody asked for under a condition. */
    public static final IfMatch ANYTHING = new IfMatch(Optional.empty());

    private static final Pattern ONE = Pattern.compile("(W/)?\"([!#-~]{0,100})\"");
    private static final Pattern LIST = Pattern.compile("(?:%1$s)(?:\\s{0,9},\\s{0,9}(?:%1$s)){0,20}".formatted(ONE));

    /** @param header the header If-Match; null when there is none */
    public static IfMatch of(String header) {
        if (header == null || header.strip().equals("*")) {
            return ANYTHING;
        }
        if (!LIST.matcher(header.strip()).matches()) {
            throw new ProblemException(RequestProblem.INVALID, "One header is not valid")
                    .withError("If-Match", "must be * or an ETag in quotes, as GET answered it");
        }
        // what is weak never matches
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
     * Call it in the transaction of the change and under the row's lock, so that of two who know the same state one wins.
     *
     * @param tag the {@link HasETag#tag()} of what is there now
     * @throws ProblemException 412 when the caller believes something else
     */
    public void require(String tag) {
        if (tags.isPresent() && !tags.get().contains(tag)) {
            throw new ProblemException(RequestProblem.PRECONDITION, "Read it again, and change what is there now");
        }
    }
}
