package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.DisplayText;

/** Caller-provided text for a log line: kept on one line, readable from left to right, and limited in length. */
final class LogText {
    private static final int LONGEST = 300;

    private LogText() {}

    static String of(String text) {
        if (text == null) {
            return "-";
        }
        return DisplayText.shown(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }
}
