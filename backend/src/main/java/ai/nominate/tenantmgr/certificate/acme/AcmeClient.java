package ai.nominate.tenantmgr.certificate.acme;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.DomainName;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.RenewalInfo;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.exception.AcmeException;

/**
 * Obtains certificates from ACME servers over HTTP-01. One order for each certificate; what the server was asked for is
 * remembered first, so that a crash makes no second order. Blocks, for minutes at worst; an interrupt ends it.
 */
public final class AcmeClient {
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(20);

    private final AcmeKeys keys;
    private final ChallengeFiles challenges;
    private final Optional<Path> trusted;
    private final Duration limit;

    /**
     * @param trusted PEM certificates of an authority of one's own; empty for the public ones
     * @param limit the longest one certificate may take
     */
    public AcmeClient(Home home, Optional<Path> trusted, Duration limit) {
        this.keys = new AcmeKeys(home);
        this.challenges = new ChallengeFiles(home);
        this.trusted = trusted;
        this.limit = limit;
    }

    /**
     * Obtains one certificate, or goes on with the remembered order for it. The order stays remembered: {@link #done} forgets it.
     *
     * @param owner whose order it is; one at a time
     * @param contact e-mail address for the account; empty for none
     * @throws AcmeRefused if the server refused, did not answer, or took too long
     */
    public Obtained obtain(
            URI directory,
            Optional<String> contact,
            UUID owner,
            List<DomainName> names,
            OrderMemory memory,
            Permit permit)
            throws AcmeRefused {
        Instant deadline = Instant.now().plus(limit);
        try {
            Login login = login(directory, contact, permit);
            OrderRun run = new OrderRun(login, directory, names, memory, challenges, permit, deadline);
            if (memory.present().filter(order -> order.isFor(directory, names)).isEmpty()) {
                keys.forget(owner); // of an order that is stored or given up: no two certificates share a key
            }
            KeyPair pair = keys.of(owner, permit);
            Certificate issued = run.complete(pair);
            return new Obtained(pair, issued.getCertificateChain(), renewAt(issued));
        } catch (AcmeException | RuntimeException e) {
            throw Refusals.of(directory, e);
        }
    }

    /** Forgets the key of the order: its certificate is stored. */
    public void done(UUID owner, OrderMemory memory) {
        memory.forget();
        keys.forget(owner);
    }

    /** Forgets the key of the owner's order: there will be no certificate. */
    public void forget(UUID owner) {
        keys.forget(owner);
    }

    /**
     * A time within the window in which the server now wants this certificate renewed; empty if it does not say.
     *
     * @throws AcmeRefused if it cannot be asked
     */
    public Optional<Instant> renewAt(
            URI directory, Optional<String> contact, X509Certificate certificate, Permit permit) throws AcmeRefused {
        try {
            Session session = session(directory);
            if (session.resourceUrlOptional(org.shredzone.acme4j.connector.Resource.RENEWAL_INFO)
                    .isEmpty()) {
                return Optional.empty();
            }
            return proposal(login(directory, contact, permit).bindRenewalInfo(certificate));
        } catch (AcmeException | RuntimeException e) {
            throw Refusals.of(directory, e);
        }
    }

    /** The server knows the key: an account that exists is found, not made a second time. */
    private Login login(URI directory, Optional<String> contact, Permit permit) throws AcmeException {
        AccountBuilder account = new AccountBuilder().agreeToTermsOfService().useKeyPair(keys.account(permit));
        contact.ifPresent(account::addEmail);
        return account.createLogin(session(directory));
    }

    private Session session(URI directory) {
        Session session = new Session(directory, new AcmeTrust(trusted));
        session.networkSettings().setTimeout(REQUEST_LIMIT);
        return session;
    }

    /** That a server cannot say when is no reason to lose its certificate. */
    private static Optional<Instant> renewAt(Certificate issued) {
        try {
            return issued.hasRenewalInfo() ? proposal(issued.getRenewalInfo()) : Optional.empty();
        } catch (AcmeException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> proposal(RenewalInfo info) throws AcmeException {
        info.fetch();
        return info.getRandomProposal(Duration.ZERO).or(() -> Optional.of(Instant.now()));
    }
}
