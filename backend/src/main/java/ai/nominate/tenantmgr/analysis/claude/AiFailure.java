package ai.nominate.tenantmgr.analysis.claude;

import java.util.Optional;

/** Why there is no answer of the model. None of them fails an analysis. */
public enum AiFailure {
    NO_KEY("No API key is set", false),
    OUT_OF_BUDGET("The tokens of this day are used up (ai.dailyTokens)", false),
    PAUSED("The provider failed several times and is not asked for a while", false),
    KEY_REFUSED("The provider refused the API key", false),
    MODEL_UNKNOWN("The provider does not know the model, or this address", false),
    REQUEST_REFUSED("The provider refused the request", false),
    RATE_LIMITED("The provider's rate limit is reached", true),
    SPEND_LIMIT("The spend limit at the provider is reached", true),
    OVERLOADED("The provider is overloaded", true),
    PROVIDER_ERROR("The provider had an internal error", true),
    LATE("The provider did not answer in time", true),
    UNREACHABLE("The provider could not be reached", true),
    DECLINED("The model declined to answer", false),
    CUT_OFF("The answer of the model was cut off", false),
    UNUSABLE("The answer of the model was not usable", false);

    private static final int OK = 200;

    private final String sentence;
    private final boolean isOutage;

    AiFailure(String sentence, boolean isOutage) {
        this.sentence = sentence;
        this.isOutage = isOutage;
    }

    /** For people, without a full stop. Contains nothing that the provider said. */
    public String sentence() {
        return sentence;
    }

    /** Whether the next request is likely to fail too. */
    boolean isOutage() {
        return isOutage;
    }

    /** Why an exchange has no answer from a model; empty if it has one, which may still be unusable. */
    static Optional<AiFailure> of(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Late late -> Optional.of(LATE);
            case Exchange.Unreachable unreachable -> Optional.of(UNREACHABLE);
            case Exchange.TooLong tooLong -> Optional.of(CUT_OFF);
            case Exchange.Reply reply ->
                reply.status() == OK
                        ? Optional.empty()
                        : Optional.of(of(reply.status(), MessageReply.of(reply.body())));
        };
    }

    private static AiFailure of(int status, MessageReply body) {
        if (body.isSpendLimit()) {
            return SPEND_LIMIT;
        }
        return switch (status) {
            case 401, 403 -> KEY_REFUSED;
            case 404 -> MODEL_UNKNOWN;
            case 429 -> RATE_LIMITED;
            case 503, 529 -> OVERLOADED;
            case 408, 504 -> LATE;
            default -> status >= 500 ? PROVIDER_ERROR : REQUEST_REFUSED;
        };
    }
}
