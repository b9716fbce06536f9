package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.text.Normalizer;

/** Free text of several lines. */
final class NoteText {
    private NoteText() {}

    /** @throws InvalidValue if it is too long or contains characters that are not shown, other than tabs and line ends */
    static String of(String text) {
        String normal = Normalizer.normalize(text.replace("\r\n", "\n").strip(), Normalizer.Form.NFC);
        if (normal.length() > TenantNotes.LONGEST_TEXT
                || !DisplayText.isLine(normal.replace('\n', ' ').replace('\t', ' '))) {
            throw new InvalidValue(
                    "must be at most " + TenantNotes.LONGEST_TEXT + " visible characters, with line breaks and tabs");
        }
        return normal;
    }
}
