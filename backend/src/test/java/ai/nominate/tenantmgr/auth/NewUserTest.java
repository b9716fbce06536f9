package ai.nominate.tenantmgr.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's name says in audit and history who acted, so it cannot be the manager's. */
class NewUserTest {
    @ParameterizedTest
    @ValueSource(strings = {"tenantmgr", "TenantMgr", "system", "SYSTEM", "manager", "anonymous", "unknown", "nobody"})
    void a_reserved_name_is_refused(String name) {
        assertThatThrownBy(() -> NewUser.name(name))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("reserved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "admin", "system2", "ada@example.org"})
    void an_ordinary_name_is_accepted(String name) {
        assertThat(NewUser.name(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada/ci", "a\u2028b", "аda", " ada", "", "ada\u202e"})
    void a_name_with_other_characters_is_refused(String name) {
        assertThatThrownBy(() -> NewUser.name(name)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci\u2028", "c\u202ei", "ci\n2", "\u2066ci", "c\u200bi"})
    void a_token_s_name_consists_of_visible_characters(String name) {
        assertThatThrownBy(() -> NewApiToken.name(name)).isInstanceOf(InvalidValue.class);
    }
}
