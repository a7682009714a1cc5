package uk.hustings.campaign.member.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.hustings.campaign.member.domain.Membership.Change.ADDED;
import static uk.hustings.campaign.member.domain.Membership.Change.KEY_HOLDER;
import static uk.hustings.campaign.member.domain.Membership.Change.NO_KEY_HOLDER;

import java.util.List;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private final Membership nowhere = new Membership(List.of(), false);
    private final Membership organiser = new Membership(List.of("hartlepool"), false);
    private final Membership keyHolder = new Membership(List.of("hartlepool"), true);

    @Test
    void whoIsAMemberAlreadyStaysOneAndKeepsTheKeys() {
        assertThat(organiser.toJoin("hartlepool", false, null)).isEmpty();
        assertThat(keyHolder.toJoin("hartlepool", false, null)).isEmpty();
        assertThat(keyHolder.toJoin("hartlepool", false, true)).isEmpty();
    }

    @Test
    void keysAreGivenAndTaken() {
        assertThat(organiser.toJoin("hartlepool", false, true)).containsExactly(KEY_HOLDER);
        assertThat(keyHolder.toJoin("hartlepool", false, false)).containsExactly(NO_KEY_HOLDER);
        assertThat(nowhere.toJoin("hartlepool", false, true)).containsExactly(ADDED, KEY_HOLDER);
    }

    @Test
    void keysDoNotFollowIntoAnotherLocalPartyNorBackInto() {
        assertThat(keyHolder.toJoin("redcar", false, null)).containsExactly(ADDED, NO_KEY_HOLDER);
        assertThat(keyHolder.toJoin("hartlepool", true, null)).containsExactly(ADDED, NO_KEY_HOLDER);
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
