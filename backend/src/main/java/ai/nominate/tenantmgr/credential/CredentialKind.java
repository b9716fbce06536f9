package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of credentials. The names are those of the API and of the rows. */
enum CredentialKind {
    DEPLOY_KEY,
    ACCESS_TOKEN;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InvalidValue if there is no such kind */
    static CredentialKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("must be deploy-key or access-token"));
    }
}
