package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.web.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last thousand tokens whose signature was verified, because verifying it again costs more than the rest of most
 * requests. They are known by their hash: no token is kept in memory.
 */
final class VerifiedTokens {
    private static final int MOST = 1_000;
    private static final float USUAL_LOAD = 0.75f;

    private final Map<String, Verified> tokens = Collections.synchronizedMap(new LinkedHashMap<>(16, USUAL_LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    });

    private record Verified(String keyId, Credential.Session session) {}

    void add(String jwt, String keyId, Credential.Session session) {
        tokens.put(hash(jwt), new Verified(keyId, session));
    }

    /** Empty when it was not verified yet, has expired, or its key is no longer valid. */
    Optional<Credential> find(String jwt, SigningKeys keys, Instant now) {
        return Optional.ofNullable(tokens.get(hash(jwt)))
                .filter(known -> known.session().expiresAt().isAfter(now))
                .filter(known -> keys.named(known.keyId(), now).isPresent())
                .map(Verified::session);
    }

    private static String hash(String jwt) {
        return Digest.of(jwt.getBytes(StandardCharsets.UTF_8));
    }
}
