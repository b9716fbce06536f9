package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.settings.SecretStore;
import java.util.ArrayList;
import java.util.List;

/** Goes once through all secrets and locks with the new key what an old one had locked. What does not open stays as it is. */
final class ReencryptionPass implements SecretStore.Visitor {
    private final SecretBox box;
    private final List<String> unreadable = new ArrayList<>();
    private int rewritten;

    ReencryptionPass(SecretBox box) {
        this.box = box;
    }

    @Override
    public String visit(String locked, String place) {
        if (box.isCurrent(locked)) {
            return locked;
        }
        try {
            String anew = box.lock(box.open(locked, place), place);
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
