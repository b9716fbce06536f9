package ai.nominate.tenantmgr.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialScopeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "git.example       | ''    | https://git.example/acme/app.git        | true",
                "git.example       | ''    | https://git.example:8443/acme/app.git   | true",
                "GIT.example       | ''    | https://git.EXAMPLE/acme/app.git        | true",
                "git.example       | ''    | git@git.example:acme/app.git            | true",
                "git.example       | ''    | https://git.example.org/acme/app.git    | false",
                "git.example       | ''    | https://xgit.example/acme/app.git       | false",
                "git.example       | ''    | https://a.git.example/acme/app.git      | false",
                "git.example:443   | ''    | https://git.example/acme/app.git        | true",
                "git.example:8443  | ''    | https://git.example/acme/app.git        | false",
                "git.example       | /acme | https://git.example/acme/app.git        | true",
                "git.example       | /acme/| https://git.example/acme/app.git        | true",
                "git.example       | /acme | https://git.example/acme-two/app.git    | false",
                "git.example       | /acme | https://git.example/other/acme/app.git  | false",
                "[2001:db8::1]:22  | ''    | ssh://git@[2001:db8::1]/acme/app.git    | true",
                "2001:db8::1       | ''    | ssh://git@[2001:db8::1]:23/acme/app.git | true"
            })
    void a_credential_is_for_one_host_and_the_paths_below_its_prefix(
            String host, String prefix, String url, boolean covered) {
        assertThat(CredentialScope.of(host, prefix).covers(new GitUrl(url))).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.example             | ''",
                "git.example/acme      | ''",
                "https://git.example   | ''",
                "user@git.example      | ''",
                "git.example:0         | ''",
                "git.example:99999     | ''",
                "0177.0.0.1            | ''",
                "git.example           | acme",
                "git.example           | /acme/../other",
                "git.example           | /acme//app",
                "git.example           | /%2e%2e"
            })
    void anything_else_is_refused(String host, String prefix) {
        assertThatThrownBy(() -> CredentialScope.of(host, prefix)).isInstanceOf(InvalidValue.class);
    }
}
