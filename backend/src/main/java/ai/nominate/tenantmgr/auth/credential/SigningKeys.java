package ai.nominate.tenantmgr.auth.credential;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The signing keys of access tokens, as a JWK set: the first key signs; retired keys verify tokens until the last one
 * has expired. The key id is the thumbprint, so an id never names two keys.
 */
public final class SigningKeys {
    private static final String RETIRED = "retiredAt";
    private static final String REPLACES = "replaces";
    /** As many key changes may lie between two starts of a manager. */
    private static final int REMEMBERED = 100;

    private final List<EllipticCurveJsonWebKey> keys;

    SigningKeys(String keySet) {
        this.keys = parse(keySet);
        if (keys.isEmpty() || keys.getFirst().getPrivateKey() == null) {
            throw new IllegalStateException("the key set for access tokens has no signing key");
        }
    }

    /** @throws IllegalStateException if the text is not a set with a signing key */
    public static void check(String keySet) {
        new SigningKeys(keySet);
    }

    /** Creates a set with one key, as text. */
    public static String generate() {
        return text(List.of(newKey()));
    }

    /**
     * The set with a new first key. Tokens signed by the old key stay valid until they expire, or are invalidated with
     * it.
     */
    public static String rotated(String keySet, Instant now, boolean endAll) {
        EllipticCurveJsonWebKey key = newKey();
        EllipticCurveJsonWebKey old = parse(keySet).getFirst();
        key.setOtherParameter(
                REPLACES,
                Stream.concat(Stream.of(old.getKeyId()), replaced(old))
                        .limit(REMEMBERED)
                        .toList());
        return text(endAll ? List.of(key) : List.of(key, retired(old, now)));
    }

    /** The names of the key that signs and of those that it replaced. */
    List<String> fingerprints() {
        return Stream.concat(Stream.of(currentId()), replaced(keys.getFirst())).toList();
    }

    private static Stream<String> replaced(EllipticCurveJsonWebKey key) {
        List<?> names = key.getOtherParameterValue(REPLACES, List.class);
        return names == null ? Stream.empty() : names.stream().map(String::valueOf);
    }

    String currentId() {
        return keys.getFirst().getKeyId();
    }

    PrivateKey current() {
        return keys.getFirst().getPrivateKey();
    }

    /** The key for verification; empty if the id is unknown or the key was retired too long ago. */
    Optional<PublicKey> named(String id, Instant now) {
        return keys.stream()
                .filter(key -> key.getKeyId().equals(id))
                .filter(key -> isValid(key, now))
                .findFirst()
                .map(EllipticCurveJsonWebKey::getECPublicKey);
    }

    private static boolean isValid(EllipticCurveJsonWebKey key, Instant now) {
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

    /** Without the private half, which is no longer needed. */
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
            throw new IllegalStateException("the key set for access tokens could not be read", e);
        }
    }

    private static EllipticCurveJsonWebKey elliptic(JsonWebKey key) {
        if (key instanceof EllipticCurveJsonWebKey elliptic && elliptic.getKeyId() != null) {
            return elliptic;
        }
        throw new IllegalStateException("the key set for access tokens has a key of an unsupported type");
    }
}
