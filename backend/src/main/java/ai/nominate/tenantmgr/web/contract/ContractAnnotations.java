package ai.nominate.tenantmgr.web.contract;

import ai.nominate.tenantmgr.web.HasETag;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/**
 * What features say of the contract by annotations and types of this package, read from the index of all classes. The index may
 * list a class twice.
 */
final class ContractAnnotations {
    private static final String ID = "/{id}";

    private final Map<String, String> ids;
    private final Set<String> tagged;
    private final Set<AnnotationInstance> members;
    private final Map<String, String> ends;

    ContractAnnotations(IndexView classes) {
        this.ids = classes.getAnnotations(DescribesId.class).stream()
                .collect(Collectors.toMap(ContractAnnotations::path, said -> text(said, "value"), (one, same) -> one));
        this.tagged = classes.getAllKnownImplementations(HasETag.class).stream()
                .map(ClassInfo::simpleName)
                .collect(Collectors.toSet());
        this.ends = classes.getAnnotations(EndsAs.class).stream()
                .collect(Collectors.toMap(
                        said -> text(said.target().asClass().declaredAnnotation(Schema.class), "name"),
                        said -> text(said, "value"),
                        (one, same) -> one));
        this.members = Set.copyOf(classes.getAnnotations(ProblemMember.class));
    }

    /** The description of {@code {id}} in a path such as {@code /api/tenants/{id}/deploy}. */
    Optional<String> descriptionOfId(String path) {
        int end = path.indexOf(ID);
        return end < 0 ? Optional.empty() : Optional.ofNullable(ids.get(path.substring(0, end)));
    }

    /** By the schema of what was accepted: the schema whose fields a client gets too when it waits for the end. */
    Map<String, String> ends() {
        return ends;
    }

    /** Whether answers with this schema have an ETag. */
    boolean hasETag(String schema) {
        return tagged.contains(schema);
    }

    Set<AnnotationInstance> problemMembers() {
        return members;
    }

    static String text(AnnotationInstance annotation, String member) {
        return annotation.value(member).asString();
    }

    private static String path(AnnotationInstance onResource) {
        return text(onResource.target().asClass().declaredAnnotation(Path.class), "value");
    }
}
