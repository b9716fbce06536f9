package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.claude.MessageRequest.Block;
import ai.nominate.tenantmgr.analysis.claude.MessageRequest.Message;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingTest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Asks the provider for one token with the stored key: tests key, address and model in one go. Sends nothing of a tenant. */
@Singleton
class AiKeyTest implements SettingTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final Providers providers;
    private final Messages messages;

    AiKeyTest(Providers providers, HttpMessages messages) {
        this.providers = providers;
        this.messages = messages;
    }

    @Override
    public Setting<?> setting() {
        return AiSettings.AI_API_KEY;
    }

    @Override
    public Result run() {
        return providers.current().map(this::ask).orElseGet(() -> new Result(false, AiFailure.NO_KEY.sentence()));
    }

    private Result ask(Provider provider) {
        Exchange exchange = messages.send(provider, request(provider.model()), LIMIT);
        return AiFailure.of(exchange)
                .map(failure -> new Result(false, failure.sentence()))
                .orElseGet(() -> isAnswer(exchange)
                        ? new Result(true, "The key is accepted, and the model " + provider.model() + " answers")
                        : new Result(false, "There is a server at the address, but not an AI provider"));
    }

    private static boolean isAnswer(Exchange exchange) {
        return exchange instanceof Exchange.Reply reply
                && !MessageReply.of(reply.body()).stopReason().isEmpty();
    }

    private static MessageRequest request(String model) {
        return new MessageRequest(
                model, 1, null, List.of(new Message("user", List.of(Block.text("Answer with: ok")))), null);
    }
}
