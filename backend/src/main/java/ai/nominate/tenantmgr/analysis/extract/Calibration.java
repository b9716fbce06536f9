package ai.nominate.tenantmgr.analysis.extract;

/**
 * Turns scores into probabilities: their shares of all, which no unit of the scores changes, and a curve that was fitted (isotonic) on the
 * development pages, so that of the answers with 0.8 about 80 in 100 are right.
 */
final class Calibration {
    /** Below this, no colour is called the brand's. */
    static final double ABSTAIN = 0.35;
    /** So high that many weak colours together do not make a strong one doubtful, as they do in a softmax. */
    private static final double POWER = 2;
    /** The score of one rival more: that the page has no brand. Where little speaks for any colour, it wins. */
    private static final double NOBODY = 3;

    private static final double[] RAW = {0, 0.33, 0.36, 0.48, 0.52, 1};
    private static final double[] FITTED = {0, ABSTAIN, 0.6, 0.7, 0.95, 0.99};

    private Calibration() {}

    /**
     * @param scores the best first
     * @return how probable each is, in the same order; their sum is at most 1
     */
    static double[] probabilities(double[] scores) {
        double[] shares = new double[scores.length];
        double sum = Math.pow(NOBODY, POWER);
        for (int i = 0; i < scores.length; i++) {
            shares[i] = Math.pow(Math.max(0, scores[i]), POWER);
            sum += shares[i];
        }
        if (scores.length == 0) {
            return shares;
        }
        double first = shares[0] / sum;
        double fitted = curve(first);
        for (int i = 1; i < shares.length; i++) {
            shares[i] = Rounded.of((1 - fitted) * shares[i] / sum / (1 - first));
        }
        shares[0] = Rounded.of(fitted);
        return shares;
    }

    private static double curve(double share) {
        int i = 1;
        while (share > RAW[i]) {
            i++;
        }
        double t = (share - RAW[i - 1]) / (RAW[i] - RAW[i - 1]);
        return FITTED[i - 1] + t * (FITTED[i] - FITTED[i - 1]);
    }
}
