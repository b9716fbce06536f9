package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.kernel.Role;

/**
 * What can be followed. A feature makes one a bean, and says who may follow it.
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
