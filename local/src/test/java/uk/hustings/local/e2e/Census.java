package uk.hustings.local.e2e;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/**
 * What the suite holds that bad input could have changed.
 *
 * @param polls how many there are
 * @param parties how many there are
 * @param elections how many there are
 * @param weeks of contacts in one seat
 */
record Census(int polls, int parties, int elections, List<Map<String, Object>> weeks) {

    static Census around(LocalParty party) {
        return new Census(
                read(Api.as(Account.HQ), "/v1/polls/counts", "polls"),
                read(Api.anybody(), "/v1/parties", "items.size()"),
                read(Api.anybody(), "/v1/elections?limit=200", "items.size()"),
                read(Api.as(Account.HQ), party.contacts(), "items"));
    }

    private static <T> T read(RequestSpecification caller, String path, String what) {
        return caller.get(path).then().statusCode(200).extract().path(what);
    }
}
