package ai.nominate.tenantmgr.settings;

import java.util.List;

/** The settings that one package brings. Every bean of this type is part of the {@link SettingCatalogue}. */
public interface SettingGroup {
    /** The place among all groups, in the list of the API and on the page; lowest first, no two alike. */
    int position();

    /** The settings, in the order of the list. */
    List<Setting<?>> settings();
}
