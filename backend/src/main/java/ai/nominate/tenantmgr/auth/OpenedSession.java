package ai.nominate.tenantmgr.auth;

/** @param refreshToken null when another tab of the same browser holds the next one already */
record OpenedSession(SessionView view, String refreshToken) {}
