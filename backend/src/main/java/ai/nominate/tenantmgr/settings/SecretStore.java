package ai.nominate.tenantmgr.settings;

/** A feature that stores secrets in its own rows. A key rotation and a key check visit all of them. */
public interface SecretStore {
    /**
     * Passes each secret to the visitor and stores the returned text if it differs. A row that was changed or removed
     * concurrently is left as it is. Blocks.
     */
    void visit(Visitor visitor);

    /** Visits secrets one by one. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param locked the ciphertext from {@link SecretBox#encrypt}
         * @param place the location, as passed to {@link SecretBox}
         * @return the text to store
         */
        String visit(String locked, String place);
    }
}
