package ai.nominate.tenantmgr.settings;

/** A room that keeps secrets in rows of its own. Whoever changes the key or proves that all can be read asks every one. */
public interface SecretStore {
    /**
     * Shows every secret to the visitor, and stores in its stead what the visitor answers when that is another text. A row
     * that somebody changed or removed meanwhile stays what they made of it. Blocks.
     */
    void visit(Visitor visitor);

    /** Sees secrets one by one. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param locked as {@link SecretBox#lock} made it
         * @param place where it lies, as {@link SecretBox} was told
         * @return what is to lie there
         */
        String visit(String locked, String place);
    }
}
