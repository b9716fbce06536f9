package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.PermitLost;


import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who gets the lease of a server, and when. The clock, the row and the locks are the test's. */
class LeaseRulesTest {
    private static final Duration JUST_OVER = Duration.ofSeconds(31);
    private final LeaseWorld world = new LeaseWorld();

    @Test
    void the_first_manager_gets_it_and_may_act() {
        LeaseWorld.Manager first = world.start("home");

        first.step();

        assertThat(first.mayAct()).isTrue();
        assertThat(world.row().epoch()).isEqualTo(1);
        assertThat(world.row().homeLocked()).isTrue();
    }

    @Test
    void a_manager_without_it_may_not_act() {
        LeaseWorld.Manager manager = world.start("home");

        assertThatThrownBy(manager.lease()::check).isInstanceOf(PermitLost.class);
    }

    @Test
    void a_second_manager_on_the_same_home_waits_while_the_first_renews() {
        LeaseWorld.Manager first = world.start("home");
        LeaseWorld.Manager second = world.start("home");
        first.step();

        for (int beat = 0; beat < 20; beat++) {
            world.pass(Duration.ofSeconds(5));
            second.step();
            first.step();
        }

        assertThat(first.mayAct()).isTrue();
        assertThat(second.mayAct()).isFalse();
    }

    @Test
    void a_stopped_one_that_holds_the_lock_on_the_home_is_followed_when_its_lease_has_run_out() {
        LeaseWorld.Manager stopped = world.start("home");
        LeaseWorld.Manager second = world.start("home");
        stopped.step();

        world.pass(Duration.ofSeconds(29));
        second.step();
        assertThat(second.mayAct()).isFalse();
        world.pass(Duration.ofSeconds(2));
        second.step();

        assertThat(second.mayAct()).isTrue();
        assertThat(world.row().homeLocked())
                .as("the stopped one still has the lock")
                .isFalse();
        assertThat(stopped.mayAct()).isFalse();

        stopped.step();
        assertThat(stopped.term())
                .as("it learns that its lease is over and gives the lock up")
                .isEmpty();
        second.step();
        assertThat(world.row().homeLocked()).isTrue();
        stopped.step();
        assertThat(stopped.mayAct()).isFalse();
        assertThat(second.mayAct()).isTrue();
    }

    @Test
    void a_restart_on_the_same_home_goes_on_at_once_after_its_predecessor_was_killed() {
        LeaseWorld.Manager killed = world.start("home");
        killed.step();
        killed.kill();

        LeaseWorld.Manager next = world.start("home");
        next.step();

        assertThat(next.mayAct()).isTrue();
        assertThat(world.row().epoch()).isEqualTo(2);
    }

    @Test
    void a_waiting_manager_goes_on_at_once_when_the_first_is_killed_and_its_lock_is_free() {
        LeaseWorld.Manager killed = world.start("home");
        LeaseWorld.Manager waiting = world.start("home");
        killed.step();
        waiting.step();
        killed.kill();

        waiting.step();

        assertThat(waiting.mayAct()).isTrue();
    }

    @Test
    void a_free_lock_says_nothing_about_an_owner_that_had_none() {
        LeaseWorld.Manager stopped = world.start("home");
        stopped.step();
        world.pass(JUST_OVER);
        LeaseWorld.Manager owner = world.start("home");
        owner.step();
        stopped.kill();

        LeaseWorld.Manager third = world.start("home");
        third.step();

        assertThat(third.mayAct())
                .as("the owner lives, whatever became of the lock")
                .isFalse();
        owner.step();
        assertThat(owner.mayAct()).isTrue();
        assertThat(world.row().homeLocked())
                .as("the one that could not use the lock has given it up")
                .isTrue();
    }

    @Test
    void a_manager_on_another_home_waits_until_the_lease_has_run_out() {
        LeaseWorld.Manager killed = world.start("home");
        LeaseWorld.Manager other = world.start("other home");
        killed.step();
        killed.kill();

        world.pass(Duration.ofSeconds(29));
        other.step();
        assertThat(other.mayAct()).isFalse();
        world.pass(Duration.ofSeconds(2));
        other.step();

        assertThat(other.mayAct()).isTrue();
    }

    @Test
    void a_free_lease_is_not_taken_on_a_home_that_another_server_uses() {
        LeaseWorld elsewhere = new LeaseWorld(world);
        LeaseWorld.Manager ofAnotherServer = elsewhere.start("home");
        ofAnotherServer.step();

        LeaseWorld.Manager manager = world.start("home");
        manager.step();

        assertThat(manager.mayAct()).isFalse();
        ofAnotherServer.release();
        manager.step();
        assertThat(manager.mayAct()).isTrue();
    }

    @Test
    void the_holder_stops_by_itself_half_a_lease_after_the_last_good_heartbeat() {
        LeaseWorld.Manager holder = world.start("home");
        holder.step();
        world.databaseAway(true);

        world.pass(Duration.ofSeconds(14));
        holder.stepQuietly();
        assertThat(holder.mayAct()).isTrue();
        world.pass(Duration.ofSeconds(2));
        holder.stepQuietly();
        assertThat(holder.mayAct()).isFalse();

        world.databaseAway(false);
        holder.step();
        assertThat(holder.mayAct())
                .as("no other manager took the lease, so it goes on")
                .isTrue();
    }

    @Test
    void a_heartbeat_counts_from_before_it_was_sent() {
        LeaseWorld.Manager holder = world.start("home");
        holder.step();

        holder.onTheWay(() -> world.pass(Duration.ofSeconds(16)));
        holder.step();

        assertThat(holder.mayAct()).isFalse();
    }

    @Test
    void what_is_given_back_is_free_at_once() {
        LeaseWorld.Manager first = world.start("home");
        LeaseWorld.Manager other = world.start("other home");
        first.step();
        first.release();

        other.step();

        assertThat(first.mayAct()).isFalse();
        assertThat(other.mayAct()).isTrue();
    }

    @Test
    void an_acquisition_that_comes_late_does_not_take_the_lease_from_another() {
        LeaseWorld.Manager first = world.start("home");
        LeaseWorld.Manager second = world.start("other home");

        first.onTheWay(() -> {}, second::step); // between its look and its acquisition
        first.step();

        assertThat(first.mayAct()).isFalse();
        assertThat(second.mayAct()).isTrue();
        assertThat(world.row().epoch()).isEqualTo(1);
    }

    @Test
    void an_acquisition_whose_answer_comes_back_after_half_a_lease_permits_nothing() {
        LeaseWorld.Manager slow = world.start("home");
        LeaseWorld.Manager next = world.start("home");

        slow.onTheWay(() -> {}, () -> {}, () -> {}, () -> {
            world.pass(JUST_OVER);
            next.step();
        });
        slow.step();

        assertThat(slow.mayAct()).isFalse();
        assertThat(next.mayAct()).isTrue();
    }
}
