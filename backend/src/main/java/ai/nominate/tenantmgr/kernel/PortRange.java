package ai.nominate.tenantmgr.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The port range from which blocks are leased. A block starts at every fourth port, counted from the first. */
public record PortRange(int first, int last) {
    /** The allowed ports. */
    public static final int MIN = 1024;

    public static final int MAX = 65_535;
    /** Number of ports in a block. */
    public static final int BLOCK = 4;

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

    /** @throws InvalidValue if the range holds no block or exceeds the allowed ports */
    public PortRange {
        if (first < MIN || last > MAX || last - first + 1 < BLOCK) {
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

    /** Whether a block of this range starts at the port. */
    public boolean hasBlockAt(int port) {
        return contains(port) && (port - first) % BLOCK == 0;
    }

    /** Whether four consecutive ports from this one on are in the range, regardless of block boundaries. */
    public boolean contains(int firstOfBlock) {
        return firstOfBlock >= first && firstOfBlock + BLOCK - 1 <= last;
    }

    /** First port of the block that contains this port; only for a port in the range. */
    public int blockOf(int port) {
        return port - (port - first) % BLOCK;
    }

    /** First port of the last block. */
    public int lastBlock() {
        return first + (last - first + 1) / BLOCK * BLOCK - BLOCK;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
