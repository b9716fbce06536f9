package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.settings.SecretStore;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Checks that every secret can be decrypted. Reveals none. */
@ApplicationScoped
class SecretInspection implements Inspection {
    private final SecretBox box;
    private final List<SecretStore> stores;

    SecretInspection(SecretBox box, @All List<SecretStore> stores) {
        this.box = box;
        this.stores = stores;
    }

    @Override
    public String title() {
        return "the secrets";
    }

    @Override
    public void inspect(Findings findings) {
        for (SecretStore store : stores) {
            store.visit((locked, place) -> {
                findings.check(
                        canDecrypt(locked, place), "secret " + place, "cannot be decrypted with the keys of this home");
                return locked;
            });
        }
    }

    private boolean canDecrypt(String locked, String place) {
        try {
            box.decrypt(locked, place);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
