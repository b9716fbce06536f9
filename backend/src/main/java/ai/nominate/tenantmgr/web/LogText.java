package ai.nominate.tenantmgr.web;

/** Caller-provided text for a log line: kept on one line and limited in length. */
final class LogText {
    private static final int LONGEST = 300;

    private LogText() {}

    static String of(String text) {
        if (text == null) {
            return "-";
        }
        String begin = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return begin.codePoints()
                .map(each -> Character.isISOControl(each) || each == 0x2028 || each == 0x2029 ? '?' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
