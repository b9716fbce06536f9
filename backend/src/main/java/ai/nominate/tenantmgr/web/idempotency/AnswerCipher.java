package ai.nominate.tenantmgr.web.idempotency;

import java.util.Optional;

/** Encrypts what must not lie readable in a table. A room above, which has the keys, provides it. */
public interface AnswerCipher {
    /** @param place where it will lie; part of what is authenticated */
    String close(String text, String place);

    /** Empty when no key that there still is opens it. */
    Optional<String> open(String closed, String place);
}
