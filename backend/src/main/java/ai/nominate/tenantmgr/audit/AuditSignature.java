package ai.nominate.tenantmgr.audit;

/** Signs what the manager writes to the audit, with a key of the installation that is not in the database. */
public interface AuditSignature {
    String sign(byte[] text);

    boolean isSigned(byte[] text, String signature);
}
