package ai.nominate.tenantmgr.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingCatalogueTest {
    private static final Setting<String> FIRST = Setting.text("a.first", "a", "The first", "");
    private static final Setting<String> SECOND = Setting.text("a.second", "a", "The second", "");
    private static final Setting<String> OTHER = Setting.text("b.other", "b", "Another", "");

    @Test
    void settings_come_in_the_order_of_their_groups() {
        SettingCatalogue catalogue = new SettingCatalogue(List.of(group(2, OTHER), group(1, SECOND, FIRST)));

        assertThat(catalogue.all()).extracting(Setting::key).containsExactly("a.second", "a.first", "b.other");
    }

    @Test
    void a_setting_is_found_by_its_key() {
        SettingCatalogue catalogue = new SettingCatalogue(List.of(group(1, FIRST), group(2, OTHER)));

        assertThat(catalogue.find("b.other").orElseThrow()).isSameAs(OTHER);
        assertThat(catalogue.find("b.unknown")).isEmpty();
    }

    @Test
    void two_groups_cannot_have_one_position() {
        assertThatThrownBy(() -> new SettingCatalogue(List.of(group(1, FIRST), group(1, OTHER))))
                .hasMessage("two groups of settings have the position 1");
    }

    @Test
    void two_settings_cannot_have_one_key() {
        assertThatThrownBy(() -> new SettingCatalogue(List.of(group(1, FIRST), group(2, FIRST))))
                .hasMessage("two settings have the key a.first");
    }

    private static SettingGroup group(int position, Setting<?>... settings) {
        return new SettingGroup() {
            @Override
            public int position() {
                return position;
            }

            @Override
            public List<Setting<?>> settings() {
                return List.of(settings);
            }
        };
    }
}
