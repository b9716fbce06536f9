package ai.nominate.tenantmgr.webhook.forge;

/** What a forge reports. */
public sealed interface ForgeEvent {
    /** A test of the webhook. */
    record Ping() implements ForgeEvent {}

    /**
     * A push.
     *
     * @param ref complete: {@code refs/heads/main}
     * @param isDeletion whether the ref was removed
     * @param commit the commit to which the ref points according to the forge; null if it does not say
     * @param message the first line of that commit's message; null if it does not say
     * @param by the user who pushed; null if it does not say
     * @param repository with its owner, {@code acme/site}; null if it does not say
     * @param defaultBranch null if it does not say
     */
    record Push(
            String ref,
            boolean isDeletion,
            String commit,
            String message,
            String by,
            String repository,
            String defaultBranch)
            implements ForgeEvent {
        private static final String BRANCHES = "refs/heads/";

        /** The branch; null if the ref is a tag or something else. */
        public String branch() {
            return ref.startsWith(BRANCHES) ? ref.substring(BRANCHES.length()) : null;
        }
    }

    /** Something that deploys nothing. */
    record Other() implements ForgeEvent {}

    /** The body is not what the forge's documentation says. */
    record Unreadable(String why) implements ForgeEvent {}
}
