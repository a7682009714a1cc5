package uk.hustings.local.e2e;

import io.restassured.specification.RequestSpecification;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.hustings.local.suite.RunningSuite;

/** Somebody for every role of the access matrix, and the seats that are theirs or not. */
final class Cast {

    /** Where a seat lies, seen from an account. */
    enum Place {
        ITS_OWN_SEAT("its own seat"),
        ITS_TWIN("a seat that it is twinned with"),
        ITS_REGION("a seat of its region"),
        NEXT_DOOR("another's seat in the same region"),
        ELSEWHERE("a seat elsewhere");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final LocalParty home = LocalParty.named("aberavon");
    private final LocalParty twin = LocalParty.named("corby");
    private final LocalParty nextDoor = LocalParty.named("ceredigion");
    private final LocalParty elsewhere = LocalParty.named("south-holland-and-the-deepings");
    private final Map<String, String> regions = new ConcurrentHashMap<>();

    Cast() {
        for (Account member : new Account[] {home.canvasser(), home.organiser()}) {
            Realm.grantAtApi(member, "twin:" + twin.seatCode());
        }
    }

    LocalParty home() {
        return home;
    }

    LocalParty twin() {
        return twin;
    }

    LocalParty nextDoor() {
        return nextDoor;
    }

    LocalParty elsewhere() {
        return elsewhere;
    }

    /** The places that make a difference to the role. */
    Map<Place, LocalParty> places(String role) {
        Map<Place, LocalParty> places = new EnumMap<>(Place.class);
        switch (role) {
            case "canvasser", "local-organiser", "key-holder" -> {
                places.put(Place.ITS_OWN_SEAT, home);
                places.put(Place.ITS_TWIN, twin);
                places.put(Place.NEXT_DOOR, nextDoor);
            }
            case "regional-organiser" -> places.put(Place.ITS_REGION, nextDoor);
            default -> {}
        }
        places.put(Place.ELSEWHERE, elsewhere);
        return places;
    }

    /** A request of whoever plays the role, through the gateway. */
    RequestSpecification as(String role) {
        return as(role, Api.anybody());
    }

    RequestSpecification as(String role, RequestSpecification request) {
        return switch (role) {
            case "anonymous" -> request;
            case "service" -> request.auth().preemptive().oauth2(serviceToken());
            default -> request.auth().preemptive().oauth2(account(role).token());
        };
    }

    /** The region of an item of any list of the API. */
    String regionOf(Map<String, Object> item) {
        if (item.containsKey("region")) {
            return (String) item.get("region");
        }
        if (item.containsKey("regionCode")) {
            return (String) item.get("regionCode");
        }
        return regions.computeIfAbsent(
                (String) item.getOrDefault("localParty", item.get("donor")),
                id -> LocalParty.named(id).region());
    }

    private Account account(String role) {
        return switch (role) {
            case "canvasser" -> home.canvasser();
            case "local-organiser" -> home.organiser();
            case "key-holder" -> Realm.account("key-holder", "/local-parties/" + home.id());
            case "regional-organiser" -> Account.regionalOrganiserOf(home.region());
            case "national-organiser" -> Account.HQ;
            case "analyst" -> Account.ANALYST;
            case "auditor" -> Account.AUDITOR;
            default -> throw new AssertionError("Nobody plays the role " + role);
        };
    }

    private static String serviceToken() {
        return Realm.tokenOfClient("polls-service", RunningSuite.get().secrets().client("polls-service"));
    }
}
