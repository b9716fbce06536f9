package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.audit.AuditSignature;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs the audit with the installation's keys for secrets. */
@ApplicationScoped
public class AuditKey implements AuditSignature {
    private static final String PURPOSE = "audit";

    private final SecretBox box;

    public AuditKey(SecretBox box) {
        this.box = box;
    }

    @Override
    public String sign(byte[] text) {
        return box.mac(PURPOSE, text);
    }

    @Override
    public boolean isSigned(byte[] text, String signature) {
        return signature != null && box.isMac(signature, PURPOSE, text);
    }
}
