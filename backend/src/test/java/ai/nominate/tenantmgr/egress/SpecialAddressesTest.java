package ai.nominate.tenantmgr.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The blocks of IANA's special-purpose registries, and the spellings by which an address in them could pass. */
class SpecialAddressesTest {
    private static final int TRIES = 50;
    private static final long SEED = 20_261_127;

    private static final List<String> BLOCKS = List.of(
            "0.0.0.0/8",
            "0.0.0.0/32",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.0.0/29",
            "192.0.0.8/32",
            "192.0.0.9/32",
            "192.0.0.10/32",
            "192.0.0.170/32",
            "192.0.0.171/32",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "255.255.255.255/32",
            "::1/128",
            "::/128",
            "::/96",
            "::ffff:0:0/96",
            "::ffff:0:0:0/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "100:0:0:1::/64",
            "2001::/23",
            "2001::/32",
            "2001:1::1/128",
            "2001:1::2/128",
            "2001:1::3/128",
            "2001:2::/48",
            "2001:3::/32",
            "2001:4:112::/48",
            "2001:10::/28",
            "2001:20::/28",
            "2001:30::/28",
            "2001:db8::/32",
            "2002::/16",
            "2620:4f:8000::/48",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    /** What stands before the 32 bits of an IPv4 address in IPv6 forms of it; the rest of the address is zero. */
    private static final List<String> EMBEDDINGS =
            List.of("::ffff:%s", "::%s", "::ffff:0:%s", "64:ff9b::%s", "64:ff9b:1::%s", "2002:%s::", "2002:%s::1");

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            SpecialAddressesTest::octal,
            SpecialAddressesTest::hexadecimal,
            SpecialAddressesTest::oneNumber,
            SpecialAddressesTest::oneHexadecimalNumber,
            SpecialAddressesTest::threeParts,
            ipv4 -> ipv4 + ".",
            ipv4 -> " " + ipv4,
            ipv4 -> ipv4 + "%00",
            ipv4 -> "[" + ipv4 + "]",
            ipv4 -> "::ffff:" + ipv4,
            ipv4 -> "::ffff:0:" + ipv4,
            ipv4 -> "::" + ipv4);

    private final Egress closed = new Egress(Optional.empty());
    private final Random random = new Random(SEED);

    @TestFactory
    Stream<DynamicTest> every_address_of_a_special_block_is_refused() {
        return BLOCKS.stream()
                .map(block -> DynamicTest.dynamicTest(block, () -> {
                    for (String address : addressesOf(block)) {
                        refuses(address);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_private_ipv4_address_is_refused_in_every_ipv6_form() {
        return EMBEDDINGS.stream()
                .map(form -> DynamicTest.dynamicTest(form, () -> {
                    for (String address : privateIpv4()) {
                        refuses(form.formatted(groups(address)));
                    }
                }));
    }

    @Test
    void a_private_ipv4_address_is_refused_in_every_other_spelling() throws UnknownHostException {
        for (String address : privateIpv4()) {
            for (UnaryOperator<String> spelling : SPELLINGS) {
                refuses(spelling.apply(address));
            }
        }
    }

    @Test
    void a_public_ipv4_address_is_refused_in_every_other_spelling_too() throws UnknownHostException {
        for (UnaryOperator<String> spelling : SPELLINGS) {
            refuses(spelling.apply("93.184.215.14"));
        }
    }

    @Test
    void zone_ids_are_refused() {
        for (String address : List.of("fe80::1%eth0", "fe80::1%25eth0", "2606:4700:4700::1111%eth0", "::1%lo")) {
            refuses(address);
        }
    }

    @Test
    void addresses_beside_the_special_blocks_are_reached() throws UnknownHostException {
        for (String address : List.of(
                "192.31.195.255",
                "192.31.197.0",
                "192.52.192.1",
                "192.175.47.1",
                "192.175.49.1",
                "192.0.1.1",
                "223.255.255.255",
                "2001:200::1",
                "2001:db7::1",
                "2001:db9::1",
                "2003::1",
                "2620:4f:7fff::1",
                "2620:4f:8001::1",
                "3ffe::1",
                "2a00:1450:4001:830::200e")) {
            assertThat(closed.resolve(address)).isEqualTo(InetAddress.getByName(address));
        }
    }

    @Test
    void an_entry_of_the_operator_that_looks_like_an_address_is_not_looked_up() {
        Egress open = new Egress(Optional.of("fade.de, 10.0.0.0/99, 127.0.0.1/8/8, ::ffff:127.0.0.1"));

        assertThatThrownBy(() -> open.resolve("127.0.0.1")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> open.resolve("10.0.0.1")).isInstanceOf(ProblemException.class);
    }

    private void refuses(String address) {
        assertThatThrownBy(() -> closed.resolve(address))
                .as(address)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(EgressProblem.NOT_REACHED));
    }

    /** The first, the last and some addresses between. */
    private List<String> addressesOf(String block) throws UnknownHostException {
        String[] parts = block.split("/");
        InetAddress first = InetAddress.getByName(parts[0]);
        int bits = parts[0].contains(":") ? 128 : 32;
        BigInteger start = parts[0].startsWith("::ffff:0:0") && bits == 128 && first.getAddress().length == 4
                ? BigInteger.valueOf(0xffff).shiftLeft(32)
                : new BigInteger(1, first.getAddress());
        int free = bits - Integer.parseInt(parts[1]);
        BigInteger last = start.add(BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE));
        return Stream.concat(
                        Stream.of(start, last),
                        Stream.generate(() -> start.add(new BigInteger(free, random)))
                                .limit(TRIES))
                .map(number -> text(number, bits))
                .toList();
    }

    private List<String> privateIpv4() throws UnknownHostException {
        List<String> found = new java.util.ArrayList<>();
        for (String block : List.of("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16")) {
            found.addAll(addressesOf(block));
        }
        return found;
    }

    private static String text(BigInteger number, int bits) {
        StringBuilder text = new StringBuilder();
        int part = bits == 32 ? 8 : 16;
        for (int shift = bits - part; shift >= 0; shift -= part) {
            int value = number.shiftRight(shift).intValue() & ((1 << part) - 1);
            text.append(text.isEmpty() ? "" : bits == 32 ? "." : ":");
            text.append(bits == 32 ? Integer.toString(value) : Integer.toHexString(value));
        }
        return text.toString();
    }

    /** The two last groups of an IPv6 address. */
    private static String groups(String ipv4) {
        int[] parts = parts(ipv4);
        return Integer.toHexString(parts[0] << 8 | parts[1]) + ":" + Integer.toHexString(parts[2] << 8 | parts[3]);
    }

    private static String octal(String ipv4) {
        int[] parts = parts(ipv4);
        return "0%o.%d.%d.%d".formatted(parts[0], parts[1], parts[2], parts[3]);
    }

    private static String hexadecimal(String ipv4) {
        int[] parts = parts(ipv4);
        return "0x%x.%d.%d.0x%x".formatted(parts[0], parts[1], parts[2], parts[3]);
    }

    private static String oneNumber(String ipv4) {
        return Long.toString(number(ipv4));
    }

    private static String oneHexadecimalNumber(String ipv4) {
        return "0x" + Long.toHexString(number(ipv4));
    }

    private static String threeParts(String ipv4) {
        int[] parts = parts(ipv4);
        return parts[0] + "." + parts[1] + "." + (parts[2] << 8 | parts[3]);
    }

    private static long number(String ipv4) {
        int[] parts = parts(ipv4);
        return (long) parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3];
    }

    private static int[] parts(String ipv4) {
        return Stream.of(ipv4.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
