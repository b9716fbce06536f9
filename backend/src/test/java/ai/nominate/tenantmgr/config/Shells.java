package ai.nominate.tenantmgr.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Real programs, started with an empty environment. */
final class Shells {
    private Shells() {}

    /** The output of the program, which must succeed without error output. */
    static String output(String... argv) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(argv);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Output that is separated by NUL characters. */
    static List<String> words(String output) {
        return output.isEmpty()
                ? List.of()
                : List.of(output.substring(0, output.length() - 1).split("\0", -1));
    }

    /** The output of {@code env -0}. */
    static Map<String, String> environment(String output) {
        Map<String, String> variables = new LinkedHashMap<>();
        words(output).forEach(word -> {
            String[] parts = word.split("=", 2);
            variables.put(parts[0], parts[1]);
        });
        return variables;
    }
}
