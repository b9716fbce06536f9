package ai.nominate.tenantmgr.alert.finding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that is wrong now.
 *
 * @param key what is wrong, the same each time it is found: {@code health/<tenant>/frontend}; one alert stays open for it
 * @param tenant its tenant; null if it concerns the machine
 * @param title a few words: {@code demo: site is unhealthy}
 * @param detail a sentence, masked and without anything that only users with more rights may see
 * @param began since when, as far as it is known
 */
public record Finding(String key, Severity severity, Subject tenant, String title, String detail, Instant began) {

    /** The tenant that a finding concerns, with the labels that rules select it by. */
    public record Subject(UUID id, String slug, List<String> labels) {}
}
