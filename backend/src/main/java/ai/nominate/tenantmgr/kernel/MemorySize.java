package ai.nominate.tenantmgr.kernel;

import java.util.regex.Pattern;

/**
 * An amount of memory as people write it: {@code 256M}, {@code 2G}.
 *
 * @param bytes from 64 MiB to 64 GiB
 */
public record MemorySize(long bytes) {
    public static final String LEAST = "64M";
    public static final String MOST = "64G";
    private static final Pattern TEXT = Pattern.compile("[1-9][0-9]{0,5}[MG]");
    private static final long MIB = 1L << 20;

    /** @throws InvalidValue when it is out of range */
    public MemorySize {
        if (bytes < 64 * MIB || bytes > 64 * 1024 * MIB) {
            throw refusal();
        }
    }

    /** @throws InvalidValue when the text is no amount, or out of range */
    public static MemorySize of(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw refusal();
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return new MemorySize(number * (text.endsWith("G") ? 1024 * MIB : MIB));
    }

    private static InvalidValue refusal() {
        return new InvalidValue("must be from " + LEAST + " to " + MOST + ", such as 256M");
    }
}
