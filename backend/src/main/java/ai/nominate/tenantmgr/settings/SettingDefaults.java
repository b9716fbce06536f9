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
    private final Config environment;

    SettingDefaults(Config environment) {
        this.environment = environment;
    }

    String of(Setting<?> setting) {
        return setting.property() == null
                ? setting.defaultText()
                : environment.getOptionalValue(setting.property(), String.class).orElse(setting.defaultText());
    }

    /** A variable that makes no sense is told at the start, and not to whoever first needs it. */
    void onStart(@Observes @Priority(StartupPhase.VARIABLES) StartupEvent start) {
        for (Setting<?> setting : SettingCatalogue.all()) {
            try {
                setting.parse().apply(of(setting));
            } catch (InvalidValue e) {
                throw StartupRefused.because(setting.variable() + " " + e.getMessage() + ".");
            }
        }
    }
}
