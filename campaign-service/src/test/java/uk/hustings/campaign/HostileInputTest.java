package uk.hustings.campaign;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import uk.hustings.test.HostileInput;
import uk.hustings.test.OwnProfile;
import uk.hustings.test.Tokens;

@QuarkusTest
@TestProfile(OwnProfile.class)
class HostileInputTest extends HostileInput {

    private static final String EXETER = "E14000698";

    @Override
    protected List<String> tokens() {
        return List.of(Tokens.nationalOrganiser(), Tokens.member("local-organiser", "exeter", EXETER));
    }

    @Override
    protected Map<String, String> known() {
        Campaign.found("exeter", "Exeter", "E12000009", EXETER);
        return Map.of("localParty", "exeter", "seatCode", EXETER, "version", "1");
    }
}
