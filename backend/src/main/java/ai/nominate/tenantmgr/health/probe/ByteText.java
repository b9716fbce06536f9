package ai.nominate.tenantmgr.health.probe;

import java.util.Locale;

/** An amount of bytes for people: {@code 12.3 MB}. */
final class ByteText {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private ByteText() {}

    static String of(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return unit == 0 || amount >= 100
                ? Math.round(amount) + " " + UNITS[unit]
                : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
