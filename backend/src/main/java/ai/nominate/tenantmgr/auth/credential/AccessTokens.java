package ai.nominate.tenantmgr.auth.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Issues and reads short-lived JWTs. A JWT names the user and the sign-in; the database decides whether it is still
 * valid.
 */
@ApplicationScoped
public class AccessTokens {
    public static final Duration LIFETIME = Duration.ofMinutes(15);
    static final String SESSION_CLAIM = "sid";
    static final String EPOCH_CLAIM = "epoch";
    static final String NAME = "tenantmgr";
    private static final String ALGORITHM = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;

    private final SigningKeyFile keys;
    private final Clock clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    AccessTokens(SigningKeyFile keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public String issue(UUID user, UUID session, int epoch) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(NAME);
        claims.setSubject(user.toString());
        claims.setStringClaim(SESSION_CLAIM, session.toString());
        claims.setClaim(EPOCH_CLAIM, epoch);
        claims.setIssuedAt(NumericDate.fromMilliseconds(clock.millis()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(clock.millis() + LIFETIME.toMillis()));
        claims.setGeneratedJwtId();
        SigningKeys now = keys.keys();
        return sign(claims, now.currentId(), now.current());
    }

    static String sign(JwtClaims claims, String keyId, Key key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(ALGORITHM);
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(keyId);
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty unless the token was issued by this manager for itself and has not expired. */
    public Optional<Credential> read(String jwt) {
        return verified.find(jwt, keys.keys(), clock.instant()).or(() -> verify(jwt));
    }

    private Optional<Credential> verify(String jwt) {
        try {
            JwtContext token = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHM))
                    .setVerificationKeyResolver(byName())
                    .setExpectedIssuer(NAME)
                    .setExpectedAudience(NAME)
                    .setRequireSubject()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes((int) LIFETIME.toMinutes())
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .process(jwt);
            JwtClaims claims = token.getJwtClaims();
            Credential.Session session = new Credential.Session(
                    UUID.fromString(claims.getSubject()),
                    UUID.fromString(claims.getStringClaimValue(SESSION_CLAIM)),
                    claims.getClaimValue(EPOCH_CLAIM, Number.class).intValue(),
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
            verified.add(jwt, token.getJoseObjects().getFirst().getKeyIdHeaderValue(), session);
            return Optional.of(session);
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private VerificationKeyResolver byName() {
        return (signature, nesting) -> keys.keys()
                .named(signature.getKeyIdHeaderValue(), clock.instant())
                .orElseThrow(() -> new UnresolvableKeyException("unknown key"));
    }
}
