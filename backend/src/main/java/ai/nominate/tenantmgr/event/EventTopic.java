package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.kernel.Role;

/**
 * A topic of events. A feature registers it as a bean, with the role that may read it.
 *
 * @param name as in {@code ?topics=}: a plural noun, lower case
 * @param role the least role that is enough
 */
public record EventTopic(String name, Role role) {
    public EventTopic {
        if (!name.matches("[a-z]{1,40}")) {
            throw new IllegalArgumentException("no name of a topic: " + name);
        }
    }
}
