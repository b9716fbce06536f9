package ai.nominate.tenantmgr.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://github.com/acme/app.git      | https://github.com/acme/app.git     | github.com  | 443  | /acme/app.git",
                "https://git.example:8443/app         | https://git.example:8443/app        | git.example | 8443 | /app",
                "https://git_1.internal/~me/app.git   | https://git_1.internal/~me/app.git  | git_1.internal | 443 | /~me/app.git",
                "https://192.0.2.1/app                | https://192.0.2.1/app               | 192.0.2.1   | 443  | /app",
                "ssh://git@git.example/acme/app.git   | ssh://git@git.example/acme/app.git  | git.example | 22   | /acme/app.git",
                "ssh://git.example:2222/app.git       | ssh://git.example:2222/app.git      | git.example | 2222 | /app.git",
                "ssh://git@[2001:db8::1]:2222/app.git | ssh://git@[2001:db8::1]:2222/app.git | 2001:db8::1 | 2222 | /app.git",
                "git@github.com:acme/app.git          | ssh://git@github.com/acme/app.git   | github.com  | 22   | /acme/app.git",
                "git@git.example:/srv/app.git         | ssh://git@git.example/srv/app.git   | git.example | 22   | /srv/app.git",
                "git@git.example:~me/app.git          | ssh://git@git.example/~me/app.git   | git.example | 22   | /~me/app.git",
                "org-123@github.com:acme/app          | ssh://org-123@github.com/acme/app   | github.com  | 22   | /acme/app"
            })
    void an_address_is_stored_as_a_url_with_its_parts(String text, String value, String host, int port, String path) {
        GitUrl url = new GitUrl(text);

        assertThat(url.value()).isEqualTo(value);
        assertThat(url.host()).isEqualTo(new NetworkHost(host));
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.path()).isEqualTo(path);
        assertThat(new GitUrl(value)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/srv/app.git",
                "../app.git",
                "app",
                "C:\\app",
                "file:///etc",
                "git://git.example/app",
                "http://git.example/app",
                "HTTPS://git.example/app",
                "ext::sh -c id",
                "fd::7",
                "--upload-pack=touch x",
                "-oProxyCommand=x@git.example:app",
                "https://git.example",
                "https://git.example/",
                "https://:443/app",
                "https:///app",
                "ssh://-oProxyCommand=x@git.example/app",
                "ssh://-oProxyCommand=x/app",
                "ssh://git@-oProxyCommand=x/app",
                "ssh://git:password@git.example/app",
                "https://token@git.example/app",
                "https://user:token@git.example/app",
                "https://git.example:0/app",
                "https://git.example:/app",
                "https://git.example:65536/app",
                "https://git.example:99999999/app",
                "https://git.example:0443/app",
                "https://git.example:443x/app",
                "https://git.example/app?private_token=x",
                "https://git.example/app#main",
                "https://git.example/a/../b",
                "https://git.example/a/./b",
                "https://git.example/..",
                "https://git.example//app",
                "https://git.example/%2e%2e/app",
                "https://git.example/a%2fb",
                "https://git.example/a%0ab",
                "https://git.example/a%zz",
                "https://git.example/a b",
                "https://git.example/a\nb",
                "https://git.example/a;b",
                "https://git.example/$(id)",
                "https://git.example/`id`",
                "https://git.example\\@127.0.0.1/app",
                "https://git.example@127.0.0.1/app",
                "https://0177.0.0.1/app",
                "https://0x7f.1/app",
                "https://0x7f000001/app",
                "https://2130706433/app",
                "https://127.1/app",
                "https://127.0.0.1./app",
                "https://git.example./app",
                "https://[::ffff:127.0.0.1]/app",
                "https://[::ffff:0:127.0.0.1]/app",
                "https://[fe80::1%25eth0]/app",
                "https://[fe80::1%eth0]/app",
                "https://[git.example]/app",
                "https://[::1/app",
                "https://::1/app",
                "https://faß.example/app",
                "https://git.example%2eorg/app",
                "git@-oProxyCommand=x:app",
                "git@git.example:",
                "git@git.example:../app",
                "git@git.example:a//b"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> new GitUrl(text)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://git.example/acme/app.git     | ../library.git           | https://git.example/acme/library.git",
                "https://git.example/acme/app.git/    | ../library.git           | https://git.example/acme/library.git",
                "https://git.example/acme/app.git     | ../../other/library      | https://git.example/other/library",
                "https://git.example/acme/app.git     | ./library                | https://git.example/acme/app.git/library",
                "git@git.example:acme/app.git         | ../library.git           | ssh://git@git.example/acme/library.git",
                "https://git.example/acme/app.git     | https://other.example/x  | https://other.example/x",
                "https://git.example/acme/app.git     | git@other.example:x/y    | ssh://git@other.example/x/y"
            })
    void the_address_of_a_submodule_may_be_relative(String parent, String address, String resolved) {
        assertThat(new GitUrl(parent).resolve(address)).isEqualTo(new GitUrl(resolved));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../x", "../../../../x", "../..", "../a/../../b", "/srv/x", "x", ""})
    void a_relative_address_does_not_lead_elsewhere(String address) {
        assertThatThrownBy(() -> new GitUrl("https://git.example/acme/app.git").resolve(address))
                .isInstanceOf(InvalidValue.class);
    }
}
