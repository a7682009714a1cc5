package uk.hustings.campaign.member.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.hustings.campaign.member.domain.Membership.Change.ADDED;
import static uk.hustings.campaign.member.domain.Membership.Change.NO_KEY_HOLDER;
import static uk.hustings.campaign.member.domain.Membership.Change.REMOVED;

import java.util.List;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private final Membership nowhere = new Membership(List.of(), false);
    private final Membership organiser = new Membership(List.of("hartlepool"), false);
    private final Membership keyHolder = new Membership(List.of("hartlepool"), true);

    @Test
    void whoIsAMemberAlreadyStaysOneAndKeepsTheKey() {
        assertThat(organiser.toJoin("hartlepool", false, false)).isEmpty();
        assertThat(keyHolder.toJoin("hartlepool", false, false)).isEmpty();
    }

    @Test
    void nobodyJoinsWithAKeyAndOneIsTakenAway() {
        assertThat(nowhere.toJoin("hartlepool", false, false)).containsExactly(ADDED);
        assertThat(keyHolder.toJoin("hartlepool", false, true)).containsExactly(NO_KEY_HOLDER);
        assertThat(organiser.toJoin("hartlepool", false, true)).isEmpty();
    }

    @Test
    void keysDoNotFollowIntoAnotherLocalPartyNorBackInto() {
        assertThat(keyHolder.toJoin("redcar", false, false)).containsExactly(ADDED, NO_KEY_HOLDER);
        assertThat(keyHolder.toJoin("hartlepool", true, false)).containsExactly(ADDED, NO_KEY_HOLDER);
    }

    @Test
    void whoLeavesLeavesTheKey() {
        assertThat(organiser.toLeave()).containsExactly(REMOVED);
        assertThat(keyHolder.toLeave()).containsExactly(REMOVED, NO_KEY_HOLDER);
    }

    @Test
    void anotherLocalPartyStandsInTheWayUnlessItNoLongerExists() {
        assertThat(organiser.elsewhere("redcar", party -> true)).containsExactly("hartlepool");
        assertThat(organiser.elsewhere("hartlepool", party -> true)).isEmpty();
        assertThat(organiser.elsewhere("redcar", party -> false)).isEmpty();
        assertThat(organiser.remains("redcar", party -> false)).containsExactly("hartlepool");
        assertThat(organiser.remains("redcar", party -> true)).isEmpty();
    }
}
