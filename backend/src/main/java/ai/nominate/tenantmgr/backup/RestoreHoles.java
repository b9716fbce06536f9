package ai.nominate.tenantmgr.backup;

import java.util.Map;

/** Versions of pg_restore in which a crafted dump runs code as the user that reads it (CVE-2026-116314). */
final class RestoreHoles {
    /** The first version of each series without the hole. */
    private static final Map<Integer, Integer> FIRST_GOOD = Map.of(14, 25, 15, 20, 16, 16, 17, 12, 18, 7);

    static final String FIXED = "14.25, 15.20, 16.16, 17.12, 18.7";

    private RestoreHoles() {}

    /** @param version such as 15.18 */
    static boolean has(String version) {
        String[] numbers = version.split("\\.");
        if (numbers.length < 2 || !version.matches("[0-9.]{1,20}")) {
            return false;
        }
        int series = Integer.parseInt(numbers[0]);
        return series < 14 || FIRST_GOOD.containsKey(series) && Integer.parseInt(numbers[1]) < FIRST_GOOD.get(series);
    }
}
