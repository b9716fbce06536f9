package ai.nominate.tenantmgr.traffic;

import java.time.Instant;
import java.util.Optional;

/**
 * One request in the log, without path, query and address: {@code 1700000000.123 harbour 200 5120 0.004}.
 *
 * @param at when it was answered
 * @param tenant slug
 * @param bytes of the answer's body
 * @param ms how long the answer took; -1 if that says nothing of the tenant, as for a WebSocket
 */
record TrafficLine(Instant at, String tenant, int status, long bytes, int ms) {
    private static final int WORDS = 5;
    private static final int LONGEST = 200;

    /** Empty if it is none, such as the rest of a line. */
    static Optional<TrafficLine> parse(String line) {
        String[] words = line.length() > LONGEST ? new String[0] : line.split(" ", -1);
        if (words.length != WORDS || words[1].isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochMilli(ms(words[0]));
            int ms = words[4].equals("-") ? -1 : (int) Math.min(Integer.MAX_VALUE, ms(words[4]));
            return Optional.of(new TrafficLine(at, words[1], Integer.parseInt(words[2]), Long.parseLong(words[3]), ms));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** NGINX writes three digits behind the point. */
    private static long ms(String seconds) {
        int point = seconds.length() - 4;
        if (point < 1 || seconds.charAt(point) != '.') {
            throw new NumberFormatException(seconds);
        }
        return Long.parseLong(seconds, 0, point, 10) * 1000 + Integer.parseInt(seconds, point + 1, point + 4, 10);
    }
}
