package ai.nominate.tenantmgr.egress;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** A block of addresses in CIDR form. */
record AddressRange(byte[] network, int prefix) {
    /** Public IPv6 addresses lie in this block; all others have a special purpose or are not assigned. */
    private static final AddressRange GLOBAL_UNICAST = of("2000::/3");

    /** The blocks of IANA's special-purpose registries for IPv4, and those for IPv6 that lie in the public block. */
    private static final List<AddressRange> SPECIAL = List.of(
            of("0.0.0.0/8"),
            of("10.0.0.0/8"),
            of("100.64.0.0/10"),
            of("127.0.0.0/8"),
            of("169.254.0.0/16"),
            of("172.16.0.0/12"),
            of("192.0.0.0/24"),
            of("192.0.2.0/24"),
            of("192.31.196.0/24"),
            of("192.52.193.0/24"),
            of("192.88.99.0/24"),
            of("192.168.0.0/16"),
            of("192.175.48.0/24"),
            of("198.18.0.0/15"),
            of("198.51.100.0/24"),
            of("203.0.113.0/24"),
            of("224.0.0.0/3"),
            of("2001::/23"),
            of("2001:db8::/32"),
            of("2002::/16"),
            of("2620:4f:8000::/48"),
            of("3fff::/20"));

    /** Whether an address is not a public one. An IPv4 address in IPv6 form is never public. */
    static boolean isSpecial(InetAddress address) {
        boolean ipv6 = address.getAddress().length == 16;
        return ipv6 && !GLOBAL_UNICAST.contains(address) || SPECIAL.stream().anyMatch(range -> range.contains(address));
    }

    /** A block as an operator writes it, or a single address; empty if the text is neither. Never resolves a name. */
    static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", -1);
        try {
            if (parts.length > 2 || !new NetworkHost(parts[0]).isAddress()) {
                return Optional.empty();
            }
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            int bits = network.length * 8;
            int prefix = parts.length == 1 ? bits : parts[1].matches("[0-9]{1,3}") ? Integer.parseInt(parts[1]) : -1;
            return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new AddressRange(network, prefix));
        } catch (InvalidValue | UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        int shift = bytes.length * 8 - prefix;
        return new BigInteger(1, bytes).shiftRight(shift).equals(new BigInteger(1, network).shiftRight(shift));
    }

    private static AddressRange of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a network: " + text));
    }
}
