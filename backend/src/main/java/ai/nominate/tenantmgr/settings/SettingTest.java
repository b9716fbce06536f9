package ai.nominate.tenantmgr.settings;

/** A feature's test whether a setting works, such as a key of a provider. */
public interface SettingTest {
    /** The setting that is tested, with its stored value. */
    Setting<?> setting();

    /** Tries it out. Takes at most 20 s, fails with a result and not with an exception. Blocks. */
    Result run();

    /**
     * @param works whether it can be used as it is
     * @param detail a sentence for people; never the value, and nothing that a stranger said
     */
    record Result(boolean works, String detail) {}
}
