package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Validates a generation before it is used: first against the manager's own grammar, which is stricter than NGINX's,
 * then with {@code nginx -t}. Does not check ports: {@code nginx -t} accepts a configuration whose port is in use.
 */
final class CandidateTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern COMPLAINT =
            Pattern.compile(".*\\[(?:emerg|crit|alert|error)] (?:[0-9]+#[0-9]+: )?(.*?)(?: in (/.*):([0-9]+))?");

    private final NginxSettings settings;
    private final Runner runner;

    CandidateTest(NginxSettings settings, Runner runner) {
        this.settings = settings;
        this.runner = runner;
    }

    /** @param maps by file name */
    Optional<ApplyResult.Refused> test(Path generation, Map<String, String> maps) {
        for (MapFile map : MapFile.values()) {
            OptionalInt line = map.strangeLine(maps.get(map.fileName()));
            if (line.isPresent()) {
                return Optional.of(
                        new ApplyResult.Refused(map.fileName(), line.getAsInt(), "not a valid line of this map"));
            }
        }
        return test(generation);
    }

    Optional<ApplyResult.Refused> test(Path generation) {
        Command command = Command.of(
                        settings.program(),
                        "-t",
                        "-q",
                        "-c",
                        generation.resolve(NginxConf.CANDIDATE).toString(),
                        "-p",
                        generation + "/",
                        "-e",
                        "stderr")
                .in(generation);
        CommandResult result = runner.run(command, LIMIT);
        return result.succeeded() ? Optional.empty() : Optional.of(refusal(result));
    }

    private static ApplyResult.Refused refusal(CommandResult result) {
        for (String line : result.lastLines()) {
            Matcher m = COMPLAINT.matcher(line);
            if (m.matches()) {
                String file = m.group(2) == null
                        ? ""
                        : Path.of(m.group(2)).getFileName().toString();
                return new ApplyResult.Refused(file, file.isEmpty() ? 0 : Integer.parseInt(m.group(3)), m.group(1));
            }
        }
        String said = String.join("\n", result.lastLines());
        return new ApplyResult.Refused("", 0, said.isBlank() ? "nginx -t exited with code " + result.exit() : said);
    }
}
