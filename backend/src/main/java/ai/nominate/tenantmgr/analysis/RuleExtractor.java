package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Extractor;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules of {@code analysis.extract}. */
@ApplicationScoped
class RuleExtractor implements LocalExtractor {
    @Override
    public Answer answer(Snapshot snapshot) {
        return Extractor.answer(snapshot);
    }
}
