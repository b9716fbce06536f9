package ai.nominate.tenantmgr.web.idempotency;

import java.util.Optional;

/** Encrypts stored answers. Implemented by a higher package that has the keys. */
public interface AnswerCipher {
    /** @param place the location; part of the authenticated data */
    String close(String text, String place);

    /** Empty if no remaining key can decrypt it. */
    Optional<String> open(String closed, String place);
}
