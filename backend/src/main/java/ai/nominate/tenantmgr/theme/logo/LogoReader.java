package ai.nominate.tenantmgr.theme.logo;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads an uploaded file. Its content decides its format, not its name. */
public final class LogoReader {
    /** The largest file, in bytes: below the limit of all requests, so that the refusal says what is wrong. */
    public static final int MOST_BYTES = 512 << 10;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int HEAD = 512;

    private LogoReader() {}

    /**
     * Blocks for as long as it takes to decode the picture, up to about half a second.
     *
     * @throws ProblemException if the file is too large, or no PNG, JPEG or SVG that can be shown
     */
    public static Logo read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new ProblemException(LogoProblem.TOO_LARGE, "A logo has at most " + (MOST_BYTES >> 10) + " KiB");
        }
        if (startsWith(file, PNG) || startsWith(file, JPEG)) {
            return Picture.read(file);
        }
        if (looksLikeXml(file)) {
            return Drawing.read(file);
        }
        throw new ProblemException(LogoProblem.UNREADABLE, "Send a PNG, JPEG or SVG file");
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length > start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    private static boolean looksLikeXml(byte[] file) {
        String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.UTF_8);
        return head.replace("\uFEFF", "").stripLeading().startsWith("<");
    }
}
