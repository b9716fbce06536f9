package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.extract.Answer;

/** Chooses colours by fixed rules. */
@FunctionalInterface
interface LocalExtractor {
    Answer answer(Snapshot snapshot);
}
