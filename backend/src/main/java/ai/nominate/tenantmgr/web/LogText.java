package ai.nominate.tenantmgr.web;

/** A text of a caller's in a line of the log: it stays one line, and does not fill it. */
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
