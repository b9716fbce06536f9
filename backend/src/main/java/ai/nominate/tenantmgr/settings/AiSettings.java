package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The AI provider. No package uses it yet. */
@Singleton
class AiSettings implements SettingGroup {
    private static final String GROUP = "ai";

    static final Setting<Optional<Secret>> AI_API_KEY = Setting.secret(
                    "ai.apiKey", GROUP, "API key of the AI provider. Without a key only the local extractor is used.")
            .defaultFrom("tenantmgr.ai-api-key");

    static final Setting<URI> AI_BASE_URL = Setting.url(
                    "ai.baseUrl", GROUP, "Base URL of the AI provider's API.", "https://api.anthropic.com")
            .defaultFrom("tenantmgr.ai-base-url");

    static final Setting<String> AI_MODEL = Setting.text(
                    "ai.model", GROUP, "Model requested from the AI provider.", "claude-sonnet-5")
            .defaultFrom("tenantmgr.ai-model");

    @Override
    public int position() {
        return 400;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(AI_API_KEY, AI_BASE_URL, AI_MODEL);
    }
}
