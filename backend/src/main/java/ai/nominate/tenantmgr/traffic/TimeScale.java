package ai.nominate.tenantmgr.traffic;

import java.util.Arrays;

/** A fixed histogram of times, so that minutes can be added up to hours and a percentile still be told, within some 25 %. */
final class TimeScale {
    /** The longest time of each place but the last, in ms. Places are only ever added at the end: counts are stored by place. */
    private static final int[] MOST = {
        1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 7000, 10_000,
        15_000, 20_000, 30_000, 60_000
    };

    static final int PLACES = MOST.length + 1;

    private TimeScale() {}

    /** @param ms not negative */
    static int place(int ms) {
        int found = Arrays.binarySearch(MOST, ms);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * The time in ms within which this share of the requests was answered.
     *
     * @param counts by place; those missing at the end are 0
     * @return null if nothing was counted
     */
    static Integer quantile(long[] counts, double share) {
        long total = Arrays.stream(counts).sum();
        double left = share * total;
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] > 0 && left <= counts[place]) {
                int least = place == 0 ? 0 : MOST[place - 1];
                int most = place < MOST.length ? MOST[place] : least;
                return (int) Math.ceil(least + (most - least) * left / counts[place]);
            }
            left -= counts[place];
        }
        return null;
    }
}
