package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports from which blocks are leased. Blocks lie on every fourth port, counted from the first. */
public record PortRange(int first, int last) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

    /** @throws InvalidValue when the range holds no block, or leaves the ports that may be used */
    public PortRange {
        if (first < 1024 || last > 65_535 || last - first + 1 < PortBlock.SIZE) {
            throw new InvalidValue(
                    "must be a range of at least four ports between 1024 and 65535, such as 20000-29999");
        }
    }

    public static PortRange of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidValue("must be two ports with a hyphen between them, such as 20000-29999");
        }
        return new PortRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a block of this range begins at the port. */
    public boolean hasBlockAt(int port) {
        return port >= first && port + PortBlock.SIZE - 1 <= last && (port - first) % PortBlock.SIZE == 0;
    }

    int lastBlock() {
        return first + (last - first + 1) / PortBlock.SIZE * PortBlock.SIZE - PortBlock.SIZE;
    }
}
