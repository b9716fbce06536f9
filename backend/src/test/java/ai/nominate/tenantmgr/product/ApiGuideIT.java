package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the commands of the API guide, line by line, in one shell. */
@ExtendWith(OnProduct.class)
class ApiGuideIT {
    private static final Path GUIDE = Path.of("../docs/api.md");
    private static final Pattern BLOCK = Pattern.compile("^```bash\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private final Product product;

    ApiGuideIT(Product product) {
        this.product = product;
    }

    @Test
    void every_line_of_the_guide_does_what_it_says() throws IOException, InterruptedException {
        Path source = product.source("guide").firstRelease().directory();
        Path said = Files.createTempFile("api-guide", ".log");

        int code = type(blocks(), source, said.toFile());

        String output = Files.readString(said);
        Files.delete(said);
        assertThat(code).as(output).isZero();
        assertThat(output)
                .contains(
                        "The deployment has succeeded.",
                        "event:end",
                        "\"status\":\"active\"",
                        "\"status\":\"stopped\"",
                        "\"key\":\"CAMPAIGN_TITLE\"",
                        "Rolled back: the earlier release is live",
                        "\"domain\":\"bakery.example.org\"",
                        "Tenant deleted")
                .doesNotContain("k-123");
        assertThat(product.visitor("harbour.example.org").ask("/").status()).isEqualTo(404);
    }

    private int type(String script, Path source, File output) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(List.of("bash", "-euo", "pipefail", "-c", script))
                .redirectErrorStream(true)
                .redirectOutput(output);
        shell.environment().put("TM", product.address());
        shell.environment().put("PASSWORD", Product.PASSWORD);
        shell.environment().put("SOURCE", source.toString());
        Process process = shell.start();
        if (!process.waitFor(240, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the guide's lines did not end: " + Files.readString(output.toPath()));
        }
        return process.exitValue();
    }

    private static String blocks() throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }
}
