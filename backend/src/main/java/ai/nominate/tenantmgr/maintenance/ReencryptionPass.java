package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.settings.SecretStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Re-encrypts all secrets of old keys with the new key, in one pass. Secrets that cannot be decrypted stay unchanged.
 */
final class ReencryptionPass implements SecretStore.Visitor {
    private final SecretBox box;
    private final List<String> unreadable = new ArrayList<>();
    private int rewritten;

    ReencryptionPass(SecretBox box) {
        this.box = box;
    }

    @Override
    public String visit(String locked, String place) {
        if (box.usesCurrentKey(locked)) {
            return locked;
        }
        try {
            String anew = box.encrypt(box.decrypt(locked, place), place);
            rewritten++;
            return anew;
        } catch (IllegalStateException e) {
            unreadable.add(place);
            return locked;
        }
    }

    int rewritten() {
        return rewritten;
    }

    List<String> unreadable() {
        return List.copyOf(unreadable);
    }
}
