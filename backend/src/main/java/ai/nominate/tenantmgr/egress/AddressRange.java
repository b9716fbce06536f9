package ai.nominate.tenantmgr.egress;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** A block of addresses in CIDR form. */
record AddressRange(byte[] network, int prefix) {
    /**
     * Non-public addresses: IANA's special-purpose registries for IPv4 and IPv6, and all forms that embed an IPv4
     * address.
     */
    static final List<AddressRange> SPECIAL = List.of(
            of("0.0.0.0/8"),
            of("10.0.0.0/8"),
            of("100.64.0.0/10"),
            of("127.0.0.0/8"),
            of("169.254.0.0/16"),
            of("172.16.0.0/12"),
            of("192.0.0.0/24"),
            of("192.0.2.0/24"),
            of("192.88.99.0/24"),
            of("192.168.0.0/16"),
            of("198.18.0.0/15"),
            of("198.51.100.0/24"),
            of("203.0.113.0/24"),
            of("224.0.0.0/3"),
            of("::/96"),
            of("64:ff9b::/96"),
            of("64:ff9b:1::/48"),
            of("100::/64"),
            of("2001::/23"),
            of("2001:db8::/32"),
            of("2002::/16"),
            of("3fff::/20"),
            of("fc00::/7"),
            of("fe80::/9"),
            of("ff00::/8"));

    static AddressRange of(String text) {
        String[] parts = text.split("/");
        try {
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            return new AddressRange(network, parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
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
}
