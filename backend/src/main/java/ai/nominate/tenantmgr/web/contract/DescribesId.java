package ai.nominate.tenantmgr.web.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a resource: describes the {@code {id}} of every operation below its path, also of other resources. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DescribesId {
    /** For people: {@code The tenant's id or slug}. */
    String value();
}
