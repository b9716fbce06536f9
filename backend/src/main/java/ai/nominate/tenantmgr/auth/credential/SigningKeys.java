package ai.nominate.tenantmgr.auth.credential;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys of access tokens, as a JWK set: the first signs; others were retired and are believed for as long as what they
 * have signed may live. A key is called by its thumbprint, so a name never means two keys.
 */
public final class SigningKeys {
    private static final String RETIRED = "retiredAt";
    private final List<EllipticCurveJsonWebKey> keys;

    SigningKeys(String keySet) {
        this.keys = parse(keySet);
        if (keys.isEmpty() || keys.getFirst().getPrivateKey() == null) {
            throw new IllegalStateException("the key set for access tokens has no key that signs");
        }
    }

    /** A new set with one key, as text. */
    public static String fresh() {
        return text(List.of(newKey()));
    }

    /** The set with a new first key. What the old one has signed stays good until it expires, or ends with it. */
    public static String rotated(String keySet, Instant now, boolean endAll) {
        EllipticCurveJsonWebKey key = newKey();
        return text(endAll ? List.of(key) : List.of(key, retired(parse(keySet).getFirst(), now)));
    }

    String currentId() {
        return keys.getFirst().getKeyId();
    }

    PrivateKey current() {
        return keys.getFirst().getPrivateKey();
    }

    /** The key with which to check; empty when none is called so, or it was retired too long ago. */
    Optional<PublicKey> named(String id, Instant now) {
        return keys.stream()
                .filter(key -> key.getKeyId().equals(id))
                .filter(key -> isBelieved(key, now))
                .findFirst()
                .map(EllipticCurveJsonWebKey::getECPublicKey);
    }

    private static boolean isBelieved(EllipticCurveJsonWebKey key, Instant now) {
        Number retired = key.getOtherParameterValue(RETIRED, Number.class);
        return retired == null
                || Instant.ofEpochSecond(retired.longValue())
                        .plus(AccessTokens.LIFETIME)
                        .isAfter(now);
    }

    private static EllipticCurveJsonWebKey newKey() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without its private half, which nobody needs again. */
    private static EllipticCurveJsonWebKey retired(EllipticCurveJsonWebKey key, Instant now) {
        EllipticCurveJsonWebKey half = parse("{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}")
                .getFirst();
        half.setOtherParameter(RETIRED, now.getEpochSecond());
        return half;
    }

    private static String text(List<EllipticCurveJsonWebKey> keys) {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE) + "\n";
    }

    private static List<EllipticCurveJsonWebKey> parse(String keySet) {
        try {
            return new JsonWebKeySet(keySet)
                    .getJsonWebKeys().stream().map(SigningKeys::elliptic).toList();
        } catch (JoseException e) {
            throw new IllegalStateException("the key set for access tokens cannot be read", e);
        }
    }

    private static EllipticCurveJsonWebKey elliptic(JsonWebKey key) {
        if (key instanceof EllipticCurveJsonWebKey elliptic && elliptic.getKeyId() != null) {
            return elliptic;
        }
        throw new IllegalStateException("the key set for access tokens has a key that is not ours");
    }
}
