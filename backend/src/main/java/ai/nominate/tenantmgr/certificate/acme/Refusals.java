package ai.nominate.tenantmgr.certificate.acme;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.TerminalText;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** Turns the library's exceptions into sentences. What the server says is foreign text: one line, bounded. */
final class Refusals {
    private static final int LONGEST = 600;

    private Refusals() {}

    /** @throws RuntimeException those that say nothing of the server: a lost permit, an interrupt, a fault of our own */
    static AcmeRefused of(URI directory, Exception e) {
        String authority = AcmeAuthority.name(directory);
        return switch (e) {
            case AcmeRateLimitedException limited ->
                new AcmeRefused(
                        authority + ": " + words(limited.getProblem()),
                        limited.getRetryAfter().orElse(null));
            case AcmeServerException refused -> new AcmeRefused(authority + ": " + words(refused.getProblem()), null);
            case AcmeNetworkException away ->
                new AcmeRefused(authority + " cannot be reached: " + reason(away.getCause()), null);
            case AcmeLazyLoadingException late
            when late.getCause() instanceof AcmeException cause -> of(directory, cause);
            case AcmeException other ->
                new AcmeRefused(authority + ": " + line(String.valueOf(other.getMessage())), null);
            case PermitLost lost -> throw lost;
            case RunInterrupted interrupted -> throw interrupted;
            case RuntimeException fault -> throw fault;
            default -> throw new IllegalStateException(e);
        };
    }

    /** The problem and those of its names. */
    static String words(Problem problem) {
        return line(Stream.concat(Stream.of(problem), problem.getSubProblems().stream())
                .map(part -> part.getDetail().or(part::getTitle).orElse(String.valueOf(part.getType())))
                .distinct()
                .collect(Collectors.joining("; ")));
    }

    private static String reason(Throwable cause) {
        return cause == null || cause.getMessage() == null ? "the connection failed" : line(cause.getMessage());
    }

    private static String line(String text) {
        String line = TerminalText.plain(text).replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
