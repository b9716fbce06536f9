package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL's client programs of this machine: the newest, because a program serves its own and earlier servers only. */
@ApplicationScoped
class PostgresTools {
    private static final Path PACKAGED = Path.of("/usr/lib/postgresql");
    private static final Path ANY = Path.of("/usr/bin");

    private final Runner runner;
    private final Home home;

    PostgresTools(Runner runner, Home home) {
        this.runner = runner;
        this.home = home;
    }

    /** @throws ProblemException {@link DatabaseProblem#TOOLS_MISSING}, also if only one of both is there */
    void require() {
        program("pg_dump");
        program("pg_restore");
    }

    /**
     * Runs one of the programs as a database role.
     *
     * @throws ProblemException {@link DatabaseProblem#BACKUP_FAILED} with its last lines if it fails
     */
    void run(String name, List<String> arguments, Secret password, Duration limit, RunScope scope) {
        List<String> argv = new ArrayList<>(List.of(program(name).toString()));
        argv.addAll(arguments);
        Command command = new Command(argv, Path.of("/"), Map.of("PGPASSWORD", password.reveal()));
        CommandResult result = runner.run(command, scope.mark(), limit, (stream, line) -> {}, scope.permit());
        if (!result.succeeded()) {
            String why = result.timedOut()
                    ? name + " was stopped after " + limit.toSeconds() + " s"
                    : name + " exited with code " + result.exit();
            throw new ProblemException(DatabaseProblem.BACKUP_FAILED, why)
                    .with(ProblemException.LAST_LINES, result.lastLines());
        }
    }

    private Path program(String name) {
        return Stream.of(versions(home.postgres(), "bin-"), versions(PACKAGED, ""), Stream.of(ANY.resolve("psql")))
                .flatMap(programs -> programs)
                .map(sibling -> sibling.resolveSibling(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        DatabaseProblem.TOOLS_MISSING,
                        "Install PostgreSQL's client programs (postgresql-client): " + name + " was not found"));
    }

    /** A file in each {@code bin} directory below, that of the highest version first. */
    private static Stream<Path> versions(Path directory, String prefix) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries
                    .filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparing(PostgresTools::version).reversed())
                    .map(entry -> entry.resolve("bin/psql"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static int version(Path directory) {
        return Optional.of(directory
                        .getFileName()
                        .toString()
                        .replaceAll("\\D+", " ")
                        .strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.split(" ")[0])
                .filter(text -> text.length() < 6)
                .map(Integer::parseInt)
                .orElse(0);
    }
}
