package ai.nominate.tenantmgr.kernel;

/** A TCP port from 1 to 65535. */
public record PortNumber(int value) {
    /** @throws InvalidValue if the number is not a port */
    public PortNumber {
        if (value < 1 || value > 65_535) {
            throw new InvalidValue("must be a port from 1 to 65535");
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
