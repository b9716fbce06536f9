package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.StartupPhase;
import ai.nominate.tenantmgr.web.StartupRefused;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

/** Defaults of settings: from the environment, else from the catalogue. */
@ApplicationScoped
class SettingDefaults {
    private final SettingCatalogue catalogue;
    private final Config environment;

    SettingDefaults(SettingCatalogue catalogue, Config environment) {
        this.catalogue = catalogue;
        this.environment = environment;
    }

    String of(Setting<?> setting) {
        return setting.property() == null
                ? setting.defaultText()
                : environment.getOptionalValue(setting.property(), String.class).orElse(setting.defaultText());
    }

    /** An invalid variable is reported at start-up, not at first use. */
    void onStart(@Observes @Priority(StartupPhase.VARIABLES) StartupEvent start) {
        for (Setting<?> setting : catalogue.all()) {
            try {
                setting.parse().apply(of(setting));
            } catch (InvalidValue e) {
                throw StartupRefused.because(setting.variable() + " " + e.getMessage() + ".");
            }
        }
    }
}
