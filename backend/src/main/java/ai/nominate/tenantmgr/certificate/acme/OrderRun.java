package ai.nominate.tenantmgr.certificate.acme;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.DomainName;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** One order, from the first request to its certificate. Every request checks first that this manager may still act. */
final class OrderRun {
    private final Login login;
    private final URI directory;
    private final List<DomainName> names;
    private final OrderMemory memory;
    private final ChallengeFiles challenges;
    private final Permit permit;
    private final Instant deadline;

    OrderRun(
            Login login,
            URI directory,
            List<DomainName> names,
            OrderMemory memory,
            ChallengeFiles challenges,
            Permit permit,
            Instant deadline) {
        this.login = login;
        this.directory = directory;
        this.names = names;
        this.memory = memory;
        this.challenges = challenges;
        this.permit = permit;
        this.deadline = deadline;
    }

    Certificate complete(KeyPair pair) throws AcmeException, AcmeRefused {
        Optional<Order> remembered = remembered();
        Order order = remembered.isPresent() ? remembered.get() : create();
        try {
            if (order.getStatus() == Status.PENDING) {
                authorize(order);
                require(order, order.waitUntilReady(left()), "the order");
            }
            if (order.getStatus() == Status.READY) {
                permit.check();
                order.execute(pair);
            }
            require(order, order.waitForCompletion(left()), "the order");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while " + AcmeAuthority.name(directory) + " issued a certificate");
        }
        return order.getCertificate();
    }

    /** The order of before, if the server still has it and it can still succeed. */
    private Optional<Order> remembered() throws AcmeException {
        Optional<AcmeOrder> stored = memory.present();
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        if (stored.get().isFor(directory, names)) {
            try {
                Order order = login.bindOrder(stored.get().url().toURL());
                order.fetch();
                if (order.getStatus() != Status.INVALID && order.getStatus() != Status.EXPIRED) {
                    return Optional.of(order);
                }
            } catch (MalformedURLException | AcmeServerException gone) {
                // the server does not know it any more: it is replaced
            }
        }
        memory.forget();
        return Optional.empty();
    }

    private Order create() throws AcmeException {
        permit.check();
        Order order = login.newOrder()
                .domains(names.stream().map(DomainName::value).toList())
                .create();
        memory.remember(
                new AcmeOrder(directory, names, URI.create(order.getLocation().toString())));
        return order;
    }

    /**
     * Answers the challenges. A manager that loses its lease leaves the answers in place: the server may be about to read them, and
     * the next manager goes on with this order.
     */
    private void authorize(Order order) throws AcmeException, AcmeRefused, InterruptedException {
        List<Http01Challenge> pending = new ArrayList<>();
        for (Authorization authorization : order.getAuthorizations()) {
            if (authorization.getStatus() != Status.VALID) {
                Http01Challenge challenge = authorization
                        .findChallenge(Http01Challenge.class)
                        .orElseThrow(() -> new AcmeRefused(
                                AcmeAuthority.name(directory) + " offers no HTTP-01 challenge for "
                                        + authorization.getIdentifier().getDomain(),
                                null));
                challenges.put(challenge.getToken(), challenge.getAuthorization(), permit);
                pending.add(challenge);
            }
        }
        for (Http01Challenge challenge : pending) {
            permit.check();
            if (challenge.getStatus() == Status.PENDING) {
                challenge.trigger();
            }
        }
        Optional<AcmeRefused> failed = failed(pending);
        pending.forEach(challenge -> challenges.remove(challenge.getToken()));
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    private Optional<AcmeRefused> failed(List<Http01Challenge> pending) throws AcmeException, InterruptedException {
        for (Http01Challenge challenge : pending) {
            Status status = challenge.waitForCompletion(left());
            if (status == Status.INVALID) {
                memory.forget(); // an order with a failed challenge is dead
            }
            if (status != Status.VALID) {
                return Optional.of(refused("a challenge", status, challenge.getError()));
            }
        }
        return Optional.empty();
    }

    private void require(Order order, Status status, String what) throws AcmeRefused {
        if (status == Status.INVALID || status == Status.EXPIRED) {
            memory.forget();
            throw refused(what, status, order.getError());
        }
        if (status != Status.READY && status != Status.VALID) {
            throw refused(what, status, Optional.empty()); // goes on later
        }
    }

    private AcmeRefused refused(String what, Status status, Optional<Problem> problem) {
        String authority = AcmeAuthority.name(directory);
        return new AcmeRefused(
                problem.map(error -> authority + ": " + Refusals.words(error))
                        .orElseGet(() -> authority + " left " + what + " "
                                + status.name().toLowerCase(java.util.Locale.ROOT)),
                null);
    }

    private Duration left() {
        Duration left = Duration.between(Instant.now(), deadline);
        return left.isNegative() ? Duration.ofMillis(1) : left;
    }
}
