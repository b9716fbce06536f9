package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.extract.Answer;

/**
 * What is asked about.
 *
 * @param local the answer to confirm or to overrule; its swatches are all that can be chosen
 * @param screenshot the first screen as PNG
 */
public record BrandQuestion(Snapshot snapshot, Answer local, byte[] screenshot) {}
