package ai.nominate.tenantmgr.web.idempotency;

import java.util.Optional;

/** Encrypts stored answers. Implemented by a higher package that has the keys. */
public interface AnswerCipher {
    /** @param place the location; part of the authenticated data */
    String encrypt(String text, String place);

    /** Empty if no remaining key can decrypt it. */
    Optional<String> decrypt(String closed, String place);
}
