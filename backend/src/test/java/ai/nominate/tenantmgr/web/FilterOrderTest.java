package ai.nominate.tenantmgr.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.ProductClasses;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.junit.jupiter.api.Test;

/** Every filter takes its place from one list. */
@QuarkusTest
class FilterOrderTest {
    private static final String ROOT = "ai.nominate.tenantmgr";

    @Inject
    Event<Filters> registration;

    @Test
    void filters_are_listed_in_the_order_in_which_they_run() {
        assertThat(FilterOrder.values())
                .isSortedAccordingTo(
                        Comparator.comparingInt(FilterOrder::priority).reversed());
        assertThat(Stream.of(FilterOrder.values()).map(FilterOrder::priority)).doesNotHaveDuplicates();
    }

    @Test
    void only_what_depends_on_the_user_comes_after_authentication() {
        assertThat(FilterOrder.values())
                .filteredOn(filter -> filter.priority() <= SecurityHandlerPriorities.AUTHENTICATION)
                .containsExactly(FilterOrder.STREAM_LIMIT, FilterOrder.LARGE_BODY, FilterOrder.LARGE_BODY_READ);
    }

    @Test
    void each_place_is_taken_by_one_filter() {
        Filters filters = new Filters();

        registration.fire(filters);

        assertThat(filters.getFilters().stream()
                        .filter(filter ->
                                filter.getHandler().getClass().getName().startsWith(ROOT))
                        .map(Filter::getPriority))
                .containsExactlyInAnyOrderElementsOf(Stream.of(FilterOrder.values())
                        .map(FilterOrder::priority)
                        .toList());
    }

    @Test
    void filters_of_resources_take_their_places_from_the_list_too() {
        Map<String, Integer> places = new TreeMap<>();
        JavaClasses product = ProductClasses.alone();
        product.stream().flatMap(type -> type.getMethods().stream()).forEach(method -> {
            for (var filter : List.of(ServerRequestFilter.class, ServerResponseFilter.class)) {
                method.tryGetAnnotationOfType(filter.getName())
                        .ifPresent(found ->
                                places.put(method.getOwner().getSimpleName() + "." + method.getName(), (Integer)
                                        found.get("priority").orElseThrow()));
            }
        });

        assertThat(places)
                .isEqualTo(Map.of(
                        "DefaultFormat.jsonUnlessAsked", FilterOrder.DEFAULT_FORMAT,
                        "IdempotencyKeys.begin", FilterOrder.IDEMPOTENCY_KEY,
                        "ETags.tag", FilterOrder.ETAG,
                        "IdempotencyKeys.end", FilterOrder.STORED_ANSWER,
                        "WaitPreference.answer", FilterOrder.PREFERENCE));
    }
}
