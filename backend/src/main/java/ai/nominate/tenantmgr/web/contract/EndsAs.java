package ai.nominate.tenantmgr.web.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the schema of a 202 answer: the schema whose fields a client gets too that waits for the end by {@code Prefer: wait}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EndsAs {
    /** The name of the schema. */
    String value();
}
