package ai.nominate.tenantmgr.host.systemd;

/**
 * One line of a unit.
 *
 * @param cursor of its last entry; the journal divides long lines
 * @param micros when the journal got it, since 1970
 */
record JournalEntry(String cursor, long micros, String line) {}
