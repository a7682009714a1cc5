package uk.hustings.polls;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.hustings.polls.real.RealData;
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
        Running.awaitThat(() -> given().get("/q/health/ready").statusCode() == 200);
        Running.imported(RealData.constituencyPolls()).then().statusCode(201);
        return Map.of("pollId", first("/v1/polls?limit=1", "pollId"), "itemId", item());
    }

    private static String item() {
        Running.as(Tokens.nationalOrganiser())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("""
                        {"items":[{"kind":"by-election","geography":"gb","day":"2014-10-09","figures":{"con":30}}]}
                        """)
                .post("/v1/evidence/imports");
        return first("/v1/evidence?limit=1", "itemId");
    }

    private static String first(String list, String id) {
        String found = Running.as(Tokens.nationalOrganiser()).get(list).path("items[0]." + id);
        return found == null ? UUID.randomUUID().toString() : found;
    }
}
