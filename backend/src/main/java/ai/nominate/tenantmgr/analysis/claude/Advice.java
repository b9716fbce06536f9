package ai.nominate.tenantmgr.analysis.claude;

/** What the provider contributed to an analysis. */
public sealed interface Advice {
    Usage usage();

    /** @param model that was asked */
    record Given(BrandChoice choice, String model, Usage usage) implements Advice {}

    /** The local answer stands alone. */
    record Missing(AiFailure failure, Usage usage) implements Advice {}
}
