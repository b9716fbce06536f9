package ai.nominate.tenantmgr.health;

/** A check has become healthier or less healthy. */
record CheckChange(CheckKey check, Health from, CheckState now) {
    boolean opensIncident() {
        return now.health().isBad();
    }

    /** A check of which nothing is known any more keeps its incident. */
    boolean endsIncident() {
        return now.health() == Health.HEALTHY && from != Health.HEALTHY;
    }

    String cause() {
        return (now.isFlapping() ? "Its results change all the time. " : "")
                + now.latest().detail();
    }
}
