package ai.nominate.tenantmgr.host;

/** How often a test repeats: few times in {@code make test}, all of them in {@code make endurance}. */
public final class Repetitions {
    private static final boolean ALL = Boolean.getBoolean("test.allRepetitions");

    private Repetitions() {}

    public static int of(int few, int all) {
        return ALL ? all : few;
    }
}
