package ai.nominate.tenantmgr.analysis.extract;

/**
 * Turns scores into probabilities: a softmax over the clusters, and a curve that was fitted on the development pages, so that of the
 * answers with 0.8 about 80 in 100 are right.
 */
final class Calibration {
    /** Below this, no colour is called the brand's. */
    static final double ABSTAIN = 0.35;

    private static final double TEMPERATURE = 3.0;
    private static final double[] RAW = {0, 0.25, 0.5, 0.75, 1};
    private static final double[] FITTED = {0, 0.25, 0.6, 0.85, 0.97};

    private Calibration() {}

    /** @return the share of each score, in the same order; their sum is 1 */
    static double[] shares(double[] scores) {
        double highest = 0;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            shares[i] = Math.exp((scores[i] - highest) / TEMPERATURE);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    static double calibrated(double share) {
        for (int i = 1; i < RAW.length; i++) {
            if (share <= RAW[i]) {
                double t = (share - RAW[i - 1]) / (RAW[i] - RAW[i - 1]);
                return Rounded.of(FITTED[i - 1] + t * (FITTED[i] - FITTED[i - 1]));
            }
        }
        return FITTED[FITTED.length - 1];
    }
}
