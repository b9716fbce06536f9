package ai.nominate.tenantmgr.certificate.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameFindingTest {
    private static final DomainName SHOP = new DomainName("shop.example.com");
    private static final Set<String> OWN = Set.of("203.0.113.7", "2001:db8:0:0:0:0:0:7");

    @Test
    void a_name_leads_here_if_every_server_that_answers_says_so() {
        assertThat(finding(says("ns1", "203.0.113.7"), says("ns2", "203.0.113.7", "2001:db8:0:0:0:0:0:7"))
                        .pointsHere())
                .isTrue();
        assertThat(finding(says("ns1", "203.0.113.7"), silent("ns2")).pointsHere())
                .as("one that is down")
                .isTrue();
    }

    @Test
    void one_address_elsewhere_is_enough_against_it_and_is_named_with_its_server() {
        NameFinding finding = finding(says("ns1", "203.0.113.7"), says("ns2", "203.0.113.7", "198.51.100.1"));

        assertThat(finding.pointsHere()).isFalse();
        assertThat(finding.detail())
                .isEqualTo(
                        "shop.example.com does not lead to this server: ns2 says 203.0.113.7, 198.51.100.1; this server has "
                                + "2001:db8:0:0:0:0:0:7, 203.0.113.7");
    }

    @Test
    void a_server_that_does_not_know_the_name_yet_may_be_the_one_that_the_authority_asks() {
        NameFinding finding =
                finding(says("ns1", "203.0.113.7"), new ServerAnswer("ns2", List.of(), NameServers.DOES_NOT_EXIST));

        assertThat(finding.pointsHere()).isFalse();
        assertThat(finding.detail()).contains("ns2 says that it does not exist");
    }

    @Test
    void a_name_without_an_address_says_what_each_server_answered() {
        assertThat(finding(silent("ns1"), silent("ns2")).detail())
                .isEqualTo("shop.example.com has no address: ns1 does not answer; ns2 does not answer");
        assertThat(finding().pointsHere()).isFalse();
    }

    @Test
    void a_server_that_knows_no_address_of_its_own_says_how_to_give_it_one() {
        assertThat(NameFinding.of(SHOP, List.of(says("ns1", "203.0.113.7")), Set.of())
                        .detail())
                .contains("setting certificate.addresses");
    }

    @Test
    void addresses_are_compared_in_one_notation() {
        assertThat(OwnAddresses.parse("203.0.113.7, 2001:db8::7")).isEqualTo(OWN);
        assertThat(OwnAddresses.parse("")).isEmpty();
        for (String wrong : List.of("shop.example.com", "203.0.113.7/24", "localhost")) {
            assertThatThrownBy(() -> OwnAddresses.parse(wrong)).isInstanceOf(InvalidValue.class);
        }
    }

    private static NameFinding finding(ServerAnswer... answers) {
        return NameFinding.of(SHOP, List.of(answers), OWN);
    }

    private static ServerAnswer says(String server, String... addresses) {
        return new ServerAnswer(server, List.of(addresses), null);
    }

    private static ServerAnswer silent(String server) {
        return new ServerAnswer(server, List.of(), "does not answer");
    }
}
