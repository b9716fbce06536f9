package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGroup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The AI provider: where it is, who pays, and how much a day. */
@Singleton
public class AiSettings implements SettingGroup {
    private static final String GROUP = "ai";

    public static final Setting<Optional<Secret>> AI_API_KEY = Setting.secret(
                    "ai.apiKey", GROUP, "API key of the AI provider. Without a key only the local extractor is used.")
            .defaultFrom("tenantmgr.ai-api-key");

    public static final Setting<URI> AI_BASE_URL = Setting.url(
                    "ai.baseUrl", GROUP, "Base URL of the AI provider's API.", "https://api.anthropic.com")
            .defaultFrom("tenantmgr.ai-base-url");

    public static final Setting<String> AI_MODEL = Setting.text(
                    "ai.model", GROUP, "Model requested from the AI provider.", "claude-sonnet-5")
            .defaultFrom("tenantmgr.ai-model");

    static final Setting<Integer> DAILY_TOKENS = Setting.number(
            "ai.dailyTokens",
            GROUP,
            "Most tokens that analyses may use in one day (UTC); one analysis takes about 8000. After that the local extractor is "
                    + "used alone. 0 means that the provider is never asked.",
            1_000_000,
            0,
            100_000_000);

    @Override
    public int position() {
        return 400;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(AI_API_KEY, AI_BASE_URL, AI_MODEL, DAILY_TOKENS);
    }
}
