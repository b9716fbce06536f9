package ai.nominate.tenantmgr.auth;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Hashes and checks passwords with bcrypt, away from the event loop. More than 72 bytes are refused, never cut off. */
@ApplicationScoped
class Passwords {
    static final int LONGEST_BYTES = 72;
    private static final int COST = 12;

    private final Vertx vertx;
    /** Checked when there is no such user, so that both answers take equally long. */
    private final String nobody = hash("nobody has this password");

    Passwords(Vertx vertx) {
        this.vertx = vertx;
    }

    String hash(String password) {
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }

    /** @param hash null when there is no such user; the answer is no, and takes as long as any other */
    Uni<Boolean> matches(String password, String hash) {
        return vertx.executeBlocking(() -> check(password, hash), false);
    }

    private boolean check(String password, String hash) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        boolean usable = bytes.length <= LONGEST_BYTES && hash != null;
        byte[] tried = usable ? bytes : new byte[] {'-'};
        String against = hash == null ? nobody : hash;
        return BCrypt.verifyer().verify(tried, against.getBytes(StandardCharsets.UTF_8)).verified && usable;
    }
}
