package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.SecretStore;
import jakarta.enterprise.context.ApplicationScoped;

/** The secrets of channels, for the rotation of the key for secrets. */
@ApplicationScoped
class ChannelSecrets implements SecretStore {
    @Override
    public void visit(Visitor visitor) {
        for (ChannelRow row :
                Reactive.transaction(() -> ChannelRow.<ChannelRow>list("secret is not null order by id"))) {
            String after = visitor.visit(row.secret, ChannelAddress.place(row.id));
            if (!after.equals(row.secret)) {
                Reactive.transaction(() ->
                        ChannelRow.update("secret = ?1 where id = ?2 and secret = ?3", after, row.id, row.secret));
            }
        }
    }
}
