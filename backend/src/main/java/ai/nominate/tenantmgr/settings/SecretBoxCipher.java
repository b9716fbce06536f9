package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.web.idempotency.AnswerCipher;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Provides encryption to {@code web}, which has no access to the keys. */
@Singleton
class SecretBoxCipher implements AnswerCipher {
    private final SecretBox secrets;

    SecretBoxCipher(SecretBox secrets) {
        this.secrets = secrets;
    }

    @Override
    public String encrypt(String text, String place) {
        return secrets.encrypt(new Secret(text), place);
    }

    @Override
    public Optional<String> decrypt(String closed, String place) {
        return secrets.find(closed, place).map(Secret::reveal);
    }
}
