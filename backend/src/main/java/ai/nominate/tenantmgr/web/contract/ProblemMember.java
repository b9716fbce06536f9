package ai.nominate.tenantmgr.web.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a feature's problems: a text that some of them carry beside the members of every problem. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProblemMember {
    String name();

    /** The format of OpenAPI: {@code uuid}. */
    String format();

    String description();
}
