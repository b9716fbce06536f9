package ai.nominate.tenantmgr.tenantapi;

import java.util.List;

/** The recent results of a check, as they are stored: a letter for each. */
final class RecentChecks {
    private RecentChecks() {}

    /** @param letters null for a tenant that is not checked */
    static List<String> of(String letters) {
        return letters == null
                ? List.of()
                : letters.chars().mapToObj(RecentChecks::result).toList();
    }

    private static String result(int letter) {
        return switch (letter) {
            case 'o' -> "ok";
            case 'w' -> "warning";
            case 'f' -> "failed";
            default -> "unknown";
        };
    }
}
