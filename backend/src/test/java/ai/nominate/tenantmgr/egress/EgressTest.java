package ai.nominate.tenantmgr.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in the notation of a literal are resolved without asking a name server. */
class EgressTest {
    private final Egress closed = new Egress(Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:830::200e"
            })
    void a_public_address_is_reached_at_what_was_checked(String address) throws UnknownHostException {
        assertThat(closed.resolve(address)).isEqualTo(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void an_address_that_is_not_public_is_refused(String address) {
        assertRefused(closed, address, EgressProblem.NOT_REACHED);
    }

    /** Spellings by which a private address has passed for another one elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "0:0:0:0:0:ffff:a00:1",
                "::127.0.0.1",
                "[::1]",
                "127.1",
                "2130706433",
                "0000:0000:0000:0000:0000:0000:0000:0001"
            })
    void another_spelling_of_a_private_address_is_refused_too(String address) {
        assertRefused(closed, address, EgressProblem.NOT_REACHED);
    }

    @Test
    void a_name_that_leads_to_loopback_is_refused() {
        assertRefused(closed, "localhost", EgressProblem.NOT_REACHED);
    }

    @Test
    void a_name_without_an_address_is_refused_in_the_same_words() {
        assertRefused(closed, "no-such-host.invalid", EgressProblem.NOT_REACHED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.0/8          | 127.0.0.1   | 10.0.0.1",
                "10.1.2.3             | 10.1.2.3    | 10.1.2.4",
                "LOCALHOST            | localhost   | 127.0.0.1",
                "127.0.0.1, fd00::/8  | fd00::17    | fc00::1",
                "172.16.0.0/15 10.0.0.0/31 | 10.0.0.1 | 10.0.0.2",
                "::1                  | ::1         | ::2"
            })
    void what_the_operator_named_is_reached_and_nothing_beside_it(String allowed, String reached, String refused) {
        Egress open = new Egress(Optional.of(allowed));

        assertThat(open.resolve(reached)).isNotNull();
        assertRefused(open, refused, EgressProblem.NOT_REACHED);
    }

    private static void assertRefused(Egress egress, String host, EgressProblem problem) {
        assertThatThrownBy(() -> egress.resolve(host))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
