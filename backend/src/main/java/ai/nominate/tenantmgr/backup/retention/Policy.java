package ai.nominate.tenantmgr.backup.retention;

/**
 * How many backups are kept, by rules of which each keeps what it keeps: together they keep all of it.
 *
 * @param last the newest ones
 * @param daily the newest of each day, for as many days that have one; weekly, monthly and yearly likewise
 * @param withinDays all of the last days
 */
public record Policy(int last, int daily, int weekly, int monthly, int yearly, int withinDays) {
    public static final Policy STANDARD = new Policy(3, 7, 5, 12, 2, 7);

    /** The most that any of them can be. */
    public static final int MOST = 1000;

    /** A policy that keeps nothing is a mistake. */
    public boolean isEmpty() {
        return last + daily + weekly + monthly + yearly + withinDays == 0;
    }
}
