package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.Secret;


import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** The server's data, password, port and settings, created once. */
final class PostgresCluster {
    static final String USER = "tenantmgr";

    private static final Duration INIT_LIMIT = Duration.ofMinutes(2);
    private static final String SETTINGS = "tenantmgr.conf";

    private final Path directory;
    private final PostgresBinaries binaries;
    private final Runner runner;
    private final Sockets sockets = new Sockets();

    PostgresCluster(Home home, PostgresBinaries binaries, Runner runner) {
        this.directory = home.postgres();
        this.binaries = binaries;
        this.runner = runner;
    }

    Path data() {
        return directory.resolve("15");
    }

    Path log() {
        return directory.resolve("log");
    }

    /** Exists once the manager's database was created and restricted. */
    Path provisioned() {
        return directory.resolve("provisioned");
    }

    Path portFile() {
        return directory.resolve("port");
    }

    /** Created in a temporary directory, so that an incomplete cluster is never used. */
    void create() {
        if (Files.isDirectory(data())) {
            return;
        }
        Path beside = directory.resolve(".15.tmp");
        SafeFiles.deleteTree(beside);
        SafeFiles.deleteTree(provisioned());
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        SafeFiles.write(passwordFile(), Base64.getUrlEncoder().encodeToString(random) + "\n", "rw-------");
        CommandResult result = initialize(beside, "C.UTF-8");
        if (!result.succeeded()) {
            SafeFiles.deleteTree(beside);
            result = initialize(beside, "C");
        }
        if (!result.succeeded()) {
            throw new PostgresFailed("The embedded PostgreSQL could not create its data in " + data()
                    + ". Every directory above it must be open to the user that runs the manager: "
                    + String.join(" ", result.lastLines()));
        }
        try {
            Files.writeString(
                    beside.resolve("postgresql.conf"), "\ninclude '" + SETTINGS + "'\n", StandardOpenOption.APPEND);
            Files.move(beside, data(), StandardCopyOption.ATOMIC_MOVE);
            SafeFiles.sync(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("could not create " + data(), e);
        }
    }

    Secret password() {
        try {
            return new Secret(Files.readString(passwordFile()).strip());
        } catch (IOException e) {
            throw new PostgresFailed(
                    "The password of the embedded PostgreSQL could not be read from " + passwordFile()
                            + ". Without it the data in " + data() + " cannot be used.",
                    e);
        }
    }

    /** Chosen once, the first free one: tenants' environments contain it, so it must not change. */
    int port(int first, int last) {
        try {
            if (!Files.exists(portFile())) {
                int free = IntStream.rangeClosed(first, last)
                        .filter(port -> sockets.free(new PortNumber(port)))
                        .findFirst()
                        .orElseThrow(() -> new PostgresFailed(
                                "No port from " + first + " to " + last + " is free for the embedded PostgreSQL."));
                SafeFiles.write(portFile(), free + "\n", "rw-r--r--");
            }
            return Integer.parseInt(Files.readString(portFile()).strip());
        } catch (IOException | NumberFormatException e) {
            throw new PostgresFailed("The port of the embedded PostgreSQL could not be read from " + portFile(), e);
        }
    }

    void configure(int port) {
        SafeFiles.write(data().resolve(SETTINGS), """
                # Written by the manager at each start of the server.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 300
                superuser_reserved_connections = 20
                shared_buffers = 64MB
                fsync = on
                jit = off
                password_encryption = 'scram-sha-256'
                logging_collector = off
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                lc_messages = 'C'
                """.formatted(port), "rw-------");
    }

    private CommandResult initialize(Path target, String locale) {
        List<String> argv = UnprivilegedUser.words(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + target,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--auth-local=scram-sha-256",
                "--encoding=UTF8",
                "--locale=" + locale));
        return runner.run(Command.of(argv.toArray(String[]::new)), INIT_LIMIT);
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }
}
