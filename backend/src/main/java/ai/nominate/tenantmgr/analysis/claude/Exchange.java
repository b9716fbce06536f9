package ai.nominate.tenantmgr.analysis.claude;

import java.util.Map;
import java.util.Optional;

/** What came of one request. */
sealed interface Exchange {
    /** @param headers the first value of each, by name in lower case */
    record Reply(int status, Map<String, String> headers, byte[] body) implements Exchange {
        public Reply {
            headers = Map.copyOf(headers);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** The provider did not answer in time. */
    record Late() implements Exchange {}

    /** No connection, or one that broke off. */
    record Unreachable() implements Exchange {}

    /** The answer was longer than any that was asked for; the rest was not read. */
    record TooLong() implements Exchange {}
}
