package ai.nominate.tenantmgr.web;

import io.quarkus.runtime.PreventFurtherStepsException;

/** How a room says at the start that the program must not go on: one sentence for people, and an end without a trace. */
public final class StartRefused {
    /** That of EX_CONFIG in sysexits.h: something is configured wrongly. */
    private static final int CODE = 78;

    private StartRefused() {}

    public static RuntimeException because(String sentence) {
        return new PreventFurtherStepsException(sentence, CODE);
    }
}
