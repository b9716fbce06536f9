package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The registered topics, and those that a caller may read. */
@ApplicationScoped
class EventTopics {
    private static final int LONGEST = 500;

    private final Map<String, EventTopic> known;

    EventTopics(@All List<EventTopic> topics) {
        this.known = topics.stream()
                .collect(Collectors.toMap(
                        EventTopic::name,
                        topic -> topic,
                        (one, other) -> {
                            throw new IllegalStateException("two features register the topic " + one.name());
                        },
                        TreeMap::new));
    }

    /**
     * The topics that a caller requests.
     *
     * @param words names separated by commas; if absent or empty, all topics that the caller may read
     * @throws ProblemException 400 for an unknown name, 403 for a topic above the caller's role
     */
    Set<String> of(String words, Actor actor) {
        if (words == null || words.isEmpty()) {
            return known.values().stream()
                    .filter(topic -> actor.role().includes(topic.role()))
                    .map(EventTopic::name)
                    .collect(Collectors.toUnmodifiableSet());
        }
        Set<String> asked = new TreeSet<>();
        for (String word : words.length() > LONGEST ? new String[] {""} : words.split(",", -1)) {
            EventTopic topic = known.get(word);
            if (topic == null) {
                throw new ProblemException(RequestProblem.INVALID, "There are " + String.join(", ", known.keySet()))
                        .withError("topics", "must be names of topics with commas between them");
            }
            if (!actor.role().includes(topic.role())) {
                throw new ProblemException(
                        RequestProblem.FORBIDDEN,
                        "To follow " + word + " takes the role " + topic.role().id());
            }
            asked.add(word);
        }
        return asked;
    }
}
