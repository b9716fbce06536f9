package ai.nominate.tenantmgr.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is for the manager only under the manager's own names and addresses. */
class OwnHostsTest {
    private final OwnHosts hosts = new OwnHosts(
            Optional.of(List.of(" Panel.Example.org ")), Optional.of(URI.create("http://manager-2.internal:32200")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:32200",
                "localhost.:32201",
                "127.0.0.1",
                "127.0.0.1:32200",
                "[::1]",
                "[::1]:32200",
                "::1",
                "panel.example.org",
                "panel.example.org:443",
                "manager-2.internal:32200"
            })
    void its_own_names_are_accepted(String authority) {
        assertThat(hosts.isOwn(authority)).isTrue();
    }

    @Test
    void every_address_of_the_machine_is_accepted() throws Exception {
        List<InetAddress> all = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .toList();
        assertThat(all).isNotEmpty().allSatisfy(address -> {
            String text = address.getHostAddress().replaceFirst("%.*", "");
            assertThat(hosts.isOwn(text.contains(":") ? "[" + text + "]:32200" : text + ":32200"))
                    .as(text)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "evil.example:32200",
                "localhost.evil.example",
                "evil-localhost",
                "acme.localhost",
                "127.0.0.1.nip.io",
                "192.0.2.7",
                "[2001:db8::7]",
                "0177.0.0.1",
                "2130706433",
                "localhost:32200@evil.example",
                "localhost/evil",
                "[::1",
                "localhost:port",
                "panel.example.org.evil.example"
            })
    void other_names_are_not(String authority) {
        assertThat(hosts.isOwn(authority)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://panel.example.org", "panel:8080", "*.example.org", "a b", ""})
    void a_setting_that_is_no_name_refuses_the_start(String name) {
        assertThatThrownBy(() -> new OwnHosts(Optional.of(List.of(name)), Optional.empty()))
                .hasMessageContaining("TENANTMGR_WEB_HOSTS");
    }
}
