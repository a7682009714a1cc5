package uk.hustings.seats;

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

    @Override
    protected List<String> tokens() {
        return List.of(Tokens.nationalOrganiser());
    }

    @Override
    protected Map<String, String> known() {
        Imported.csv("/v1/parties/imports", RealData.partiesCsv());
        Imported.csv("/v1/seats/imports", RealSeats.seatsCsv()).then().statusCode(201);
        Imported.election(RealElections.generalElections().get(0)).then().statusCode(201);
        return Map.of();
    }
}
