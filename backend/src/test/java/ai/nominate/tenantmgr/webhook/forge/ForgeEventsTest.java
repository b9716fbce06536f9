package ai.nominate.tenantmgr.webhook.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeEventsTest {
    @ParameterizedTest
    @EnumSource
    void a_push_is_read_from_the_body_of_each_forge(Forge forge) {
        ForgeEvent.Push push = (ForgeEvent.Push) read(forge, Samples.pushEvent(forge), Samples.push(forge));

        assertThat(push.branch()).isEqualTo("main");
        assertThat(push.isDeletion()).isFalse();
        assertThat(push.commit()).hasSize(40);
        assertThat(push.message()).isEqualTo("Mend the form");
        assertThat(push.by()).isEqualTo("ada");
        assertThat(push.repository()).isEqualTo(forge == Forge.GITLAB ? "acme/web/site" : "acme/site");
        assertThat(push.defaultBranch()).isEqualTo("main");
    }

    @Test
    void the_body_of_a_form_is_its_field() {
        Map<String, String> headers = Samples.headers(Forge.GITHUB, "push", "s", "");

        assertThat(ForgeEvents.read(Samples.delivery(
                        Forge.GITHUB, headers, true, Samples.form(Samples.push(Forge.GITHUB)) + "&other=1")))
                .isInstanceOf(ForgeEvent.Push.class);
        assertThat(ForgeEvents.read(Samples.delivery(Forge.GITHUB, headers, true, "other=%zz&payload=%zz")))
                .isInstanceOf(ForgeEvent.Unreadable.class);
    }

    @Test
    void a_branch_that_was_deleted_is_a_deletion_for_each_forge() {
        String zero = "0".repeat(40);

        assertThat(push("{\"ref\":\"refs/heads/x\",\"deleted\":true}").isDeletion())
                .isTrue();
        assertThat(push("{\"ref\":\"refs/heads/x\",\"after\":\"" + zero + "\"}").isDeletion())
                .isTrue();
        assertThat(push("{\"ref\":\"refs/heads/x\",\"after\":\"" + zero + "\"}").commit())
                .isNull();
    }

    @Test
    void a_tag_is_no_branch() {
        assertThat(push("{\"ref\":\"refs/tags/v1\"}").branch()).isNull();
        assertThat(push("{\"ref\":\"refs/pull/7/head\"}").branch()).isNull();
    }

    @Test
    void a_ping_is_answered_and_other_events_are_others() {
        assertThat(read(Forge.GITHUB, "ping", "{\"zen\":\"Design for failure.\"}"))
                .isEqualTo(new ForgeEvent.Ping());
        assertThat(read(Forge.GITHUB, "pull_request", "{}")).isEqualTo(new ForgeEvent.Other());
        assertThat(read(Forge.GITLAB, "Merge Request Hook", "{}")).isEqualTo(new ForgeEvent.Other());
        assertThat(read(Forge.GITEA, "", "{}")).isEqualTo(new ForgeEvent.Other());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"ref\":7}",
                "{\"ref\":\" \"}",
                "{\"ref\":null}",
                "{} {}",
                "<html>"
            })
    void a_body_that_names_no_ref_is_unreadable(String body) {
        assertThat(read(Forge.GITHUB, "push", body)).isInstanceOf(ForgeEvent.Unreadable.class);
    }

    @Test
    void a_body_that_is_too_deep_is_unreadable() {
        assertThat(read(Forge.GITHUB, "push", "[".repeat(100_000))).isInstanceOf(ForgeEvent.Unreadable.class);
    }

    @Test
    void texts_are_one_short_visible_line() {
        ForgeEvent.Push push = push("{\"ref\":\"refs/heads/\\u202emain\",\"head_commit\":{\"message\":\"\\u001b[2J"
                + "a".repeat(5000) + "\\nb\"},\"pusher\":{\"name\":\"x\\u0000y\"}}");

        assertThat(push.branch()).isEqualTo("?main");
        assertThat(push.message()).startsWith("?[2Ja").hasSize(200).endsWith("…");
        assertThat(push.by()).isEqualTo("x?y");
    }

    @Test
    void a_commit_that_is_none_is_left_out() {
        assertThat(push("{\"ref\":\"refs/heads/x\",\"after\":\"; rm -rf /\"}").commit())
                .isNull();
    }

    private static ForgeEvent.Push push(String body) {
        return (ForgeEvent.Push) read(Forge.GITHUB, "push", body);
    }

    private static ForgeEvent read(Forge forge, String event, String body) {
        return ForgeEvents.read(Samples.delivery(forge, Samples.headers(forge, event, "s", body), false, body));
    }
}
