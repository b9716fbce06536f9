package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.DetachedLauncher;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.LogReader;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.file.StartLock;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.kernel.PortNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The embedded PostgreSQL, for machines without their own. It outlives the manager, because it also holds tenants'
 * data; the next manager adopts it. Prepare, launch and await are separate, so that other work can be done while the
 * server starts.
 */
public final class EmbeddedPostgres {
    /** Below the kernel's ephemeral ports, above the tenants' ports. */
    private static final int FIRST_PORT = 30_000;

    private static final int SPREAD = 2_500;
    private static final int TRIED = 200;
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final String DATABASE = "tenantmgr";

    private static final Duration RELAUNCH_LIMIT = Duration.ofSeconds(20);

    private final Home home;
    private final int firstPort;
    private final int lastPort;
    private final Runner runner;
    private final DetachedLauncher launcher;
    private final PostgresBinaries binaries;
    private final PostgresCluster cluster;
    private final Postmaster postmaster;
    private final Sockets sockets = new Sockets();
    /** Null if a running server was adopted. */
    private volatile Process launched;

    public EmbeddedPostgres(Home home) {
        this(home, firstPort(home), firstPort(home) + TRIED);
    }

    /**
     * Each home starts its search at a different port, so that a stopped server finds its port free at the next start.
     */
    private static int firstPort(Home home) {
        return FIRST_PORT + Math.floorMod(home.root().toString().hashCode(), SPREAD);
    }

    EmbeddedPostgres(Home home, int firstPort, int lastPort) {
        BaseEnvironment environment = BaseEnvironment.of(home);
        this.home = home;
        this.firstPort = firstPort;
        this.lastPort = lastPort;
        this.runner = new LocalRunner(environment);
        this.launcher = new DetachedLauncher(environment);
        this.binaries = new PostgresBinaries(home, runner);
        this.cluster = new PostgresCluster(home, binaries, runner);
        this.postmaster = new Postmaster(cluster.data());
        SafeFiles.directory(home.postgres(), "rwx------");
    }

    /**
     * Prepares, launches and waits; after a power failure it waits for the server's recovery.
     *
     * @throws PostgresFailed if the server cannot be started
     */
    public PostgresAddress start() {
        PostgresAddress address = prepare();
        launch();
        await(START_LIMIT);
        return address;
    }

    /**
     * Unpacks the server and creates its cluster if needed: about two seconds the first time.
     *
     * @return the address of the server
     */
    public PostgresAddress prepare() {
        binaries.unpack();
        cluster.create();
        return address();
    }

    /** Starts the prepared server unless it runs, without waiting for it. */
    public void launch() {
        if (postmaster.find().isPresent()) {
            launched = null;
            return;
        }
        postmaster.clearAway();
        PortNumber port = new PortNumber(cluster.port(firstPort, lastPort));
        if (!sockets.free(port)) {
            throw new PostgresFailed("Port " + port + " of the embedded PostgreSQL is in use by "
                    + sockets.listenerName(port) + ". Stop that process, or remove " + cluster.portFile()
                    + " to choose another port; then all tenants must be deployed again.");
        }
        cluster.configure(port.value());
        List<String> argv = UnprivilegedUser.words(List.of(
                binaries.program("postgres").toString(), "-D", cluster.data().toString()));
        launched = launcher.detached(Command.of(argv.toArray(String[]::new)), Map.of(), cluster.log());
    }

    /**
     * Starts it again unless it runs. Several managers on one home may notice at once that it is gone: the first starts it,
     * and the others find it.
     */
    void relaunch() {
        try (StartLock lock = StartLock.take(home, RELAUNCH_LIMIT)) {
            launch();
            long deadline = System.nanoTime() + RELAUNCH_LIMIT.toNanos();
            while (!isRunning() && !ended() && System.nanoTime() < deadline) {
                pause();
            }
        }
    }

    /** Waits until the launched server accepts connections, and restricts its databases to the manager. */
    public void await(Duration limit) {
        long start = System.nanoTime();
        PostgresAddress address = address();
        while (!PostgresHandshake.accepted(address)) {
            boolean late = System.nanoTime() - start > limit.toNanos();
            if (late || ended()) {
                throw new PostgresFailed("The embedded PostgreSQL "
                        + (late
                                ? "did not accept connections within " + limit.toSeconds() + " s: "
                                : "exited during startup: ")
                        + String.join(
                                " ",
                                new LogReader(cluster.log(), false).end(0, 5).lines()));
            }
            pause();
        }
        if (!Files.exists(cluster.provisioned())) {
            provision(address);
        }
    }

    public boolean isRunning() {
        return postmaster.find().isPresent();
    }

    /** Disconnects all clients and stops the server. For tests and tools: the manager leaves it running. */
    public void stop() {
        Optional<LiveProcess> running = postmaster.find();
        if (running.isEmpty()) {
            return;
        }
        List<String> argv = UnprivilegedUser.words(List.of(
                binaries.program("pg_ctl").toString(),
                "stop",
                "--pgdata=" + cluster.data(),
                "--mode=fast",
                "--timeout=" + STOP_LIMIT.toSeconds()));
        CommandResult result = runner.run(Command.of(argv.toArray(String[]::new)), STOP_LIMIT.plusSeconds(5));
        if (!result.succeeded()) {
            throw new PostgresFailed("The embedded PostgreSQL did not stop: " + String.join(" ", result.lastLines()));
        }
    }

    /** The state of the server, seen from outside. */
    enum State {
        RUNNING,
        /** It waits for clients to disconnect and accepts no new ones. */
        STOPPING,
        /** It was stopped on request. */
        STOPPED,
        DIED
    }

    State state() {
        if (postmaster.find().isPresent()) {
            return postmaster.isStopping() ? State.STOPPING : State.RUNNING;
        }
        if (launched != null && launched.isAlive()) {
            return State.RUNNING;
        }
        return postmaster.leftItsFile() ? State.DIED : State.STOPPED;
    }

    private PostgresAddress address() {
        int port = postmaster
                .find()
                .flatMap(running -> postmaster.port())
                .orElseGet(() -> cluster.port(firstPort, lastPort));
        return new PostgresAddress("127.0.0.1", port, DATABASE, PostgresCluster.USER, cluster.password());
    }

    private boolean ended() {
        Process ours = launched;
        return ours == null ? postmaster.find().isEmpty() : !ours.isAlive();
    }

    private void provision(PostgresAddress address) {
        try (PostgresSession session = new PostgresSession(address.in("postgres"))) {
            if (!session.finds("select from pg_database where datname = '" + DATABASE + "'")) {
                session.execute("create database " + DATABASE);
            }
            for (String database : List.of("postgres", "template1", DATABASE)) {
                session.execute("revoke connect on database " + database + " from public");
            }
            Files.createFile(cluster.provisioned());
        } catch (SQLException | IOException e) {
            throw new PostgresFailed("The manager's database could not be created in the embedded PostgreSQL", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new RunInterrupted("Interrupted while waiting for the embedded PostgreSQL.");
        }
    }
}
