package ai.nominate.tenantmgr.analysis.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that one capture of a page brings back.
 *
 * @param address where the page lies in the end, after redirects
 * @param title at most 200 characters, without control characters, like all text of the page here
 * @param viewport the first screen, from 0,0
 * @param height of the whole page in CSS pixels
 * @param screenshots files beside this snapshot
 * @param light the page for readers who prefer light
 * @param dark the same for dark; null if the page looks the same
 * @param notes what was left out and why, for people: a limit that was reached, an address that was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Snapshot(
        String address,
        String title,
        Box viewport,
        int height,
        List<Screenshot> screenshots,
        Look light,
        Look dark,
        List<Declared> declared,
        List<FontUse> fonts,
        List<Corner> corners,
        List<Logo> logos,
        List<String> notes) {
    public Snapshot {
        screenshots = screenshots == null ? List.of() : List.copyOf(screenshots);
        declared = declared == null ? List.of() : List.copyOf(declared);
        fonts = fonts == null ? List.of() : List.copyOf(fonts);
        corners = corners == null ? List.of() : List.copyOf(corners);
        logos = logos == null ? List.of() : List.copyOf(logos);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** The same with one more note. */
    public Snapshot noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Snapshot(
                address, title, viewport, height, screenshots, light, dark, declared, fonts, corners, logos, more);
    }

    /** The page for readers who prefer dark, if it has such a look. */
    @JsonIgnore
    public Optional<Look> ownDark() {
        return Optional.ofNullable(dark);
    }
}
