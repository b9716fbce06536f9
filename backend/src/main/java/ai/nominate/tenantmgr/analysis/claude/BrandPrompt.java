package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.claude.MessageRequest.Block;
import ai.nominate.tenantmgr.analysis.claude.MessageRequest.Message;
import ai.nominate.tenantmgr.analysis.claude.MessageRequest.OutputConfig;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The request for a question. Equal questions make equal requests, byte for byte. */
@Singleton
class BrandPrompt {
    static final int MOST_ANSWER_TOKENS = 3000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private String rules;
    private JsonNode schema;

    MessageRequest request(String model, BrandQuestion question) {
        read();
        return new MessageRequest(
                model,
                MOST_ANSWER_TOKENS,
                List.of(Block.cached(rules)),
                List.of(new Message(
                        "user",
                        List.of(
                                Block.image(Picture.png(question.screenshot())),
                                Block.image(Picture.png(SwatchSheet.draw(question))),
                                Block.text(BrandTable.of(question.snapshot(), question.local()))))),
                OutputConfig.json(schema));
    }

    /** Read when somebody asks first: most managers start without that. */
    private synchronized void read() {
        if (rules != null) {
            return;
        }
        try {
            schema = JSON.readTree(resource("ai/brand-answer.json"));
            rules = new String(resource("ai/brand-prompt.txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
