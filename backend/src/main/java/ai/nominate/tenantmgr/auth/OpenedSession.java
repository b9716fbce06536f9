package ai.nominate.tenantmgr.auth;

/** @param refreshToken null if another tab of the same browser already holds the next one */
record OpenedSession(SessionView view, String refreshToken) {}
