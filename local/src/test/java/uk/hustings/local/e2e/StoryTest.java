package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.local.demo.Story;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.DemoLogin;

/** What {@code ./hustings demo} tells, with real logins. */
class StoryTest {

    @Test
    void theStoryEndsAndLeavesTheCountsAsTheyWere() {
        LocalParty party = LocalParty.named("stoke-on-trent-north");
        long before = party.counted();
        List<String> told = new ArrayList<>();
        DemoLogin login = new DemoLogin(Api.ports().tokenEndpoint());

        new Story(Api.ports().urlOf(App.GATEWAY), login::accessToken, told::add, Duration.ZERO).tell();

        assertThat(told)
                .anySatisfy(line -> assertThat(line).startsWith("1. It is 14 April 2015"))
                .anySatisfy(line -> assertThat(line).contains("403 /problems/party-locked"))
                .anySatisfy(line -> assertThat(line).startsWith("The end."));
        assertThat(party.counted()).isEqualTo(before);
        Wait.until(CutOffTest.KEYCLOAK_FOLLOWS, "the role is there again", () -> Realm.rolesOf(party.id())
                .contains(party.seatRole()));
    }
}
