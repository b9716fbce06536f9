package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.Secret;
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
public final class PostgresTools {
    private static final Path PACKAGED = Path.of("/usr/lib/postgresql");
    private static final Path ANY = Path.of("/usr/bin");

    private final Runner runner;
    private final Home home;

    public PostgresTools(Runner runner, Home home) {
        this.runner = runner;
        this.home = home;
    }

    public boolean has(String name) {
        return program(name).isPresent();
    }

    /**
     * Runs one of the programs as a database role.
     *
     * @param password never among the arguments, which every user of the machine can read
     * @throws IllegalStateException if it is not installed, see {@link #has}
     */
    public CommandResult run(String name, List<String> arguments, Secret password, Duration limit, RunScope scope) {
        Path program = program(name).orElseThrow(() -> new IllegalStateException(name + " is not installed"));
        List<String> argv = new ArrayList<>(List.of(program.toString()));
        argv.addAll(arguments);
        Command command = new Command(argv, Path.of("/"), Map.of("PGPASSWORD", password.reveal()));
        return runner.run(command, scope.mark(), limit, LineSink.NONE, scope.permit());
    }

    /** The version of a program, such as 15.18; empty if it is not installed. */
    public String version(String name) {
        return program(name)
                .map(path -> runner.run(Command.of(path.toString(), "--version"), Duration.ofMinutes(1)))
                .map(said -> String.join(" ", said.lastLines()).replaceFirst(".*?([0-9]+(\\.[0-9]+)+).*", "$1"))
                .orElse("");
    }

    /** Where a program is. */
    public Optional<Path> path(String name) {
        return program(name);
    }

    private Optional<Path> program(String name) {
        return Stream.of(versions(home.postgres(), "bin-"), versions(PACKAGED, ""), Stream.of(ANY.resolve("psql")))
                .flatMap(programs -> programs)
                .map(sibling -> sibling.resolveSibling(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A file in each {@code bin} directory below, that of the highest version first. */
    private static Stream<Path> versions(Path directory, String prefix) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries
                    .filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparing(PostgresTools::number).reversed())
                    .map(entry -> entry.resolve("bin/psql"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static int number(Path directory) {
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
