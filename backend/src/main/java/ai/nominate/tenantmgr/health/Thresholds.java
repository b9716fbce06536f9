package ai.nominate.tenantmgr.health;

/**
 * How many results in a row change the health of a check.
 *
 * @param fall for the worse, from 1
 * @param rise for the better, from 1
 */
record Thresholds(int fall, int rise) {
    /** @param now the confirmed health */
    int needed(Health now, Health wanted) {
        return wanted == Health.UNKNOWN || now == Health.UNKNOWN && wanted.isBad() || wanted.compareTo(now) > 0
                ? fall
                : now == Health.UNKNOWN ? 1 : rise;
    }
}
