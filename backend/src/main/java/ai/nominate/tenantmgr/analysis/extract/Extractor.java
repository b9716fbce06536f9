package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;

/** From evidence to an answer, by fixed rules. Takes at most 300 ms and needs no network. */
public final class Extractor {
    private Extractor() {}

    /** The same snapshot gives an equal answer, in whatever order its evidence comes. */
    public static Answer answer(Snapshot snapshot) {
        throw new UnsupportedOperationException();
    }
}
