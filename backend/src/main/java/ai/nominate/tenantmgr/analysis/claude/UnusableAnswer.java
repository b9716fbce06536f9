package ai.nominate.tenantmgr.analysis.claude;

/** The model answered something that was not asked for. The message names a place, and nothing of the answer. */
final class UnusableAnswer extends Exception {
    UnusableAnswer(String what) {
        super(what, null, false, false);
    }
}
