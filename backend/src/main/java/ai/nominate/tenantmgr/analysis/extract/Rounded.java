package ai.nominate.tenantmgr.analysis.extract;

/** Four decimals: more of them would claim a precision that a measurement of a page does not have. */
final class Rounded {
    private Rounded() {}

    static double of(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
