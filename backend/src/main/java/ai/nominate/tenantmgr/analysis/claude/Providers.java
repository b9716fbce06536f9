package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** The provider as the settings have it now. Blocks. */
@ApplicationScoped
class Providers {
    private final Settings settings;

    Providers(Settings settings) {
        this.settings = settings;
    }

    /** Empty without a key. */
    Optional<Provider> current() {
        Optional<Secret> key = Reactive.await(() -> settings.get(AiSettings.AI_API_KEY));
        return key.map(secret -> {
            URI address = Reactive.await(() -> settings.get(AiSettings.AI_BASE_URL));
            return new Provider(address, secret, Reactive.await(() -> settings.get(AiSettings.AI_MODEL)));
        });
    }

    int dailyTokens() {
        return Reactive.await(() -> settings.get(AiSettings.DAILY_TOKENS));
    }
}
