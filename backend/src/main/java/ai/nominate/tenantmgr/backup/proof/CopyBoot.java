package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.boot.BootAnswer;
import ai.nominate.tenantmgr.backup.boot.BootPlan;
import ai.nominate.tenantmgr.backup.boot.BootPlanText;
import ai.nominate.tenantmgr.database.DatabaseLogin;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.socket.SocketRelay;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.manifest.ServiceSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts a copy as one task, which ends with all that it started: whatever happens, nothing of it goes on. It reaches its scratch
 * database by a socket file and nothing else. Blocks.
 */
@ApplicationScoped
class CopyBoot {
    /** Of the program that starts the services. */
    private static final long OWN_MEMORY = 160L << 20;

    private static final int OWN_TASKS = 64;
    private static final Duration OWN_TIME = Duration.ofSeconds(60);

    private final Supervisor supervisor;

    CopyBoot(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * @param database empty if the application has none
     * @throws ProblemException {@link ProofProblem#UNTRIED} or {@link ProofProblem#NOT_WELL} with the last lines of what it printed
     */
    BootAnswer run(TenantCopy copy, BootPlan plan, Optional<DatabaseLogin> database, RunScope scope) {
        if (supervisor.exposure().isPresent()) {
            throw new ProblemException(
                    ProofProblem.UNTRIED,
                    "A copy is started in isolation only, which this machine refuses: "
                            + supervisor.exposure().get());
        }
        SafeFiles.write(copy.plan(), BootPlanText.of(plan), "rw-------");
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        RunScope listened = new RunScope(scope.id(), scope.epoch(), scope.permit(), new AnswerSink(scope.output(), said));
        try (Reach reach = Reach.of(copy, database)) {
            return answer(supervisor.run(task(copy, plan), listened), BootAnswer.of(said));
        }
    }

    private static Task task(TenantCopy copy, BootPlan plan) {
        BootCommand command = BootCommand.ofThisApplication();
        Collection<ServiceSpec> services = copy.release().manifest().services().values();
        Duration patience = plan.services().stream()
                .map(BootPlan.Service::patience)
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
        Limits limits = new Limits(
                OWN_MEMORY + services.stream().mapToLong(ServiceSpec::memoryBytes).sum(),
                OWN_TASKS + services.stream().mapToInt(ServiceSpec::tasks).sum(),
                patience.plus(OWN_TIME));
        return new Task(
                new Task.Owner.OfTenant(copy.tenant().slug()),
                Task.Purpose.PROOF,
                command.argv(copy.plan()),
                copy.release().directory(),
                Map.of(),
                limits,
                Optional.of(command.seenIn(copy.view())));
    }

    private static BootAnswer answer(CommandResult result, BootAnswer answer) {
        if (result.excess().isPresent()) {
            throw failed(ProofProblem.NOT_WELL, "The restored application " + result.excess().get(), result);
        }
        if (result.timedOut()) {
            throw failed(ProofProblem.UNTRIED, "The restored application was not asked in time", result);
        }
        return switch (result.exit()) {
            case BootAnswer.WELL -> answer;
            case BootAnswer.NOT_WELL ->
                throw failed(ProofProblem.NOT_WELL, answer.fault().orElse("It is not well"), result);
            default ->
                throw failed(
                        ProofProblem.UNTRIED,
                        "The program that starts the restored application exited with code " + result.exit(),
                        result);
        };
    }

    private static ProblemException failed(ProofProblem problem, String why, CommandResult result) {
        return new ProblemException(problem, why)
                .with(
                        ProblemException.LAST_LINES,
                        result.lastLines().stream()
                                .filter(line -> !BootAnswer.isAnswer(line))
                                .toList());
    }

    /** The way to the database, while the copy runs. */
    private record Reach(Optional<SocketRelay> relay) implements AutoCloseable {
        static Reach of(TenantCopy copy, Optional<DatabaseLogin> database) {
            return new Reach(database.map(login -> {
                var socket = copy.sockets().resolve(BootPlan.DATABASE_SOCKET.getFileName());
                SafeFiles.deleteTree(socket);
                return SocketRelay.fromFile(socket, new InetSocketAddress(login.host(), login.port()));
            }));
        }

        @Override
        public void close() {
            relay.ifPresent(SocketRelay::close);
        }
    }
}
