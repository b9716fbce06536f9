package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.claude.Attempts.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Asks the provider about a page, within the budget of the day, and answers a repeated question from the cache. Always returns an
 * {@link Advice}: a failure of the provider does not fail the analysis.
 */
@ApplicationScoped
public class BrandAdvisor {
    private static final Logger LOG = Logger.getLogger(BrandAdvisor.class);
    /** What an answer is taken to cost until it is known: images, table and rules, and the longest answer. */
    private static final int RESERVED_TOKENS = 10_000 + BrandPrompt.MOST_ANSWER_TOKENS;

    private final Providers providers;
    private final BrandPrompt prompt;
    private final AnswerCache cache;
    private final DailyBudget budget;
    private final CircuitBreaker breaker;
    private final Attempts attempts;

    BrandAdvisor(
            Providers providers,
            BrandPrompt prompt,
            AnswerCache cache,
            DailyBudget budget,
            CircuitBreaker breaker,
            HttpMessages messages,
            AiProperties properties,
            Clock clock) {
        this.providers = providers;
        this.prompt = prompt;
        this.cache = cache;
        this.budget = budget;
        this.breaker = breaker;
        this.attempts = new Attempts(messages, new RetryRule(clock), Thread::sleep, properties.limit(), clock);
    }

    /** Whether there is a key, so that asking makes sense. Blocks. */
    public boolean isAvailable() {
        return providers.current().isPresent();
    }

    /** Takes at most about 45 s. Blocks. */
    public Advice ask(BrandQuestion question) {
        Optional<Provider> provider = providers.current();
        if (provider.isEmpty()) {
            return new Advice.Missing(AiFailure.NO_KEY, Usage.NONE);
        }
        MessageRequest request = prompt.request(provider.get().model(), question);
        AnswerCheck check = new AnswerCheck(question);
        String key = AnswerCache.key(request);
        return kept(key, check)
                .<Advice>map(choice -> new Advice.Given(choice, provider.get().model(), Usage.NONE))
                .orElseGet(() -> ask(provider.get(), request, check, key));
    }

    private Optional<BrandChoice> kept(String key, AnswerCheck check) {
        return cache.find(key).flatMap(answer -> {
            try {
                return Optional.of(check.of(answer));
            } catch (UnusableAnswer e) {
                LOG.debugf("A kept answer is not usable any more: %s", e.getMessage());
                return Optional.empty();
            }
        });
    }

    private Advice ask(Provider provider, MessageRequest request, AnswerCheck check, String key) {
        if (!breaker.admits(provider)) {
            return new Advice.Missing(AiFailure.PAUSED, Usage.NONE);
        }
        Optional<UUID> taken = budget.take(provider.model(), RESERVED_TOKENS, providers.dailyTokens());
        if (taken.isEmpty()) {
            return new Advice.Missing(AiFailure.OUT_OF_BUDGET, Usage.NONE);
        }
        Outcome<Read> outcome = attempts.ask(provider, request, json -> new Read(json, check.of(json)));
        if (outcome.failure() != AiFailure.LATE) { // what an answer cost that never came is unknown
            budget.settle(taken.get(), outcome.usage());
        }
        if (outcome.failure() != null) {
            breaker.failed(provider, outcome.failure());
            return new Advice.Missing(outcome.failure(), outcome.usage());
        }
        breaker.succeeded(provider);
        cache.put(key, provider.model(), outcome.value().json());
        return new Advice.Given(outcome.value().choice(), provider.model(), outcome.usage());
    }

    private record Read(String json, BrandChoice choice) {}
}
