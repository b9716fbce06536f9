package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.claude.Exchange.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One question in at most two requests and one limit of time. The second request follows an outage when the provider's headers
 * permit it, or an answer that was not usable. Logs nothing that the provider said but its name of the request.
 */
final class Attempts {
    static final int MOST = 2;
    /** Less is not enough for an answer. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final Messages messages;
    private final RetryRule rule;
    private final Pause pause;
    private final Duration limit;
    private final Clock clock;

    /** @param limit of a question, pauses included */
    Attempts(Messages messages, RetryRule rule, Pause pause, Duration limit, Clock clock) {
        this.messages = messages;
        this.rule = rule;
        this.pause = pause;
        this.limit = limit;
        this.clock = clock;
    }

    /** Reads an answer. */
    @FunctionalInterface
    interface Reader<T> {
        T read(String json) throws UnusableAnswer;
    }

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * How it ended.
     *
     * @param failure null if there is a value
     */
    record Outcome<T>(T value, AiFailure failure, Usage usage) {}

    /** Blocks. */
    <T> Outcome<T> ask(Provider provider, MessageRequest request, Reader<T> reader) {
        Usage usage = Usage.NONE;
        var deadline = clock.instant().plus(limit);
        for (int attempt = 1; ; attempt++) {
            Duration left = Duration.between(clock.instant(), deadline);
            Exchange exchange = messages.send(provider, request, left);
            Judgement<T> judgement = judge(provider, exchange, reader);
            usage = usage.plus(judgement.usage());
            if (judgement.failure() == null) {
                return new Outcome<>(judgement.value(), null, usage);
            }
            LOG.infof(
                    "The AI provider (request %s): %s",
                    judgement.request(), judgement.failure().sentence());
            Optional<Duration> wait =
                    judgement.failure() == AiFailure.UNUSABLE ? Optional.of(Duration.ZERO) : rule.pause(exchange);
            Duration remaining = Duration.between(clock.instant(), deadline);
            if (attempt == MOST
                    || wait.isEmpty()
                    || wait.get().plus(LEAST).compareTo(remaining) > 0
                    || !isPaused(wait.get())) {
                return new Outcome<>(null, judgement.failure(), usage);
            }
        }
    }

    private boolean isPaused(Duration wait) {
        try {
            pause.of(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Judgement<T>(T value, AiFailure failure, Usage usage, String request) {}

    private static <T> Judgement<T> judge(Provider provider, Exchange exchange, Reader<T> reader) {
        MessageReply body = exchange instanceof Reply reply ? MessageReply.of(reply.body()) : MessageReply.EMPTY;
        Usage usage = body.usage();
        String request = body.request(provider.key());
        return AiFailure.of(exchange)
                .or(() -> stopped(body))
                .map(failure -> new Judgement<T>(null, failure, usage, request))
                .orElseGet(() -> read(body, reader, usage, request));
    }

    private static Optional<AiFailure> stopped(MessageReply body) {
        return switch (body.stopReason()) {
            case "refusal" -> Optional.of(AiFailure.DECLINED);
            case "max_tokens", "model_context_window_exceeded" -> Optional.of(AiFailure.CUT_OFF);
            default -> Optional.empty();
        };
    }

    private static <T> Judgement<T> read(MessageReply body, Reader<T> reader, Usage usage, String request) {
        try {
            String text = body.text().orElseThrow(() -> new UnusableAnswer("no text"));
            return new Judgement<>(reader.read(text), null, usage, request);
        } catch (UnusableAnswer e) {
            LOG.debugf("The answer of the model was not usable: %s", e.getMessage());
            return new Judgement<>(null, AiFailure.UNUSABLE, usage, request);
        }
    }
}
