package ai.nominate.tenantmgr.host.systemd;

/**
 * One line of a unit.
 *
 * @param place the cursor of its first entry; the journal divides long lines
 * @param cursor of its last entry
 * @param micros when the journal got it, since 1970
 */
record JournalEntry(String place, String cursor, long micros, String line) {}
