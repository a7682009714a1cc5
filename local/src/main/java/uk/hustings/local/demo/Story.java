package uk.hustings.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * From the ranking of a day to a seat that is shut and opened again. Every figure that it tells comes from the API; what
 * it does to the counts it takes back at the end.
 */
public final class Story {

    private static final String MARGINAL = "E14000653";
    private static final String SEAT = "E14000973";
    private static final String LOCAL_PARTY = "stoke-on-trent-north";
    private static final String ROLE = "seat:" + SEAT;
    private static final String CONTACTS = "/v1/campaign/seats/" + SEAT + "/contacts";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration KEYCLOAK_FOLLOWS = Duration.ofSeconds(5);

    private final URI gateway;
    private final Function<String, String> login;
    private final Consumer<String> teller;
    private final Duration pause;
    private final List<String> batches = new ArrayList<>();

    /**
     * @param login gives an access token for the name of a demo user
     * @param pause between two chapters, so that one can read
     */
    public Story(URI gateway, Function<String, String> login, Consumer<String> teller, Duration pause) {
        this.gateway = gateway;
        this.login = login;
        this.teller = teller;
        this.pause = pause;
    }

    /** @throws StoryFailed if the suite does otherwise */
    public void tell() {
        try {
            theDay();
            theMarginal();
            Person canvasser = theWork();
            Instant lockedSince = theLock(canvasser);
            theOldToken(canvasser);
            theRestoration(lockedSince);
            theSecret();
        } finally {
            takeBack();
        }
        say(
                "",
                "The end. What was counted for this story has been withdrawn again; the decisions stay in the record:",
                "  curl -H \"Authorization: Bearer $(./hustings token hq)\" \\",
                "    '" + gateway + "/v1/campaign/access/decisions?localParty=" + LOCAL_PARTY + "'");
    }

    private void theDay() {
        chapter("1. It is 14 April 2015. Which seats are nearest to Labour?");
        say("GET /v1/rankings?party=lab&asOf=2015-04-14 (no login needed)");
        JsonNode items = expect(200, open().get("/v1/rankings?party=lab&asOf=2015-04-14&limit=5"))
                .get("items");
        for (JsonNode seat : items) {
            say("  %3d  %-28s held by %-4s swing required %5.2f points"
                    .formatted(
                            seat.get("rank").asInt(),
                            seat.get("name").asText(),
                            seat.get("holder").asText(),
                            seat.get("swingRequiredPts").asDouble()));
        }
    }

    private void theMarginal() {
        chapter("2. What do the polls say in Crewe and Nantwich, a marginal?");
        say("GET /v1/polls?seat=" + MARGINAL + " (public polls)");
        JsonNode items = expect(200, open().get("/v1/polls?asOf=2015-04-14&seat=" + MARGINAL))
                .get("items");
        for (JsonNode poll : items) {
            JsonNode question = poll.at("/questions/0");
            JsonNode lead = question.get("lead");
            JsonNode swing = question.get("swing");
            say("  %s  %-14s %s lead by %.1f; swing %s to %s %.1f since the last election"
                    .formatted(
                            poll.get("fieldworkEnd").asText(),
                            poll.get("pollster").asText(),
                            lead.get("option").asText().toUpperCase(Locale.ROOT),
                            lead.get("pts").asDouble(),
                            swing.get("from").asText(),
                            swing.get("to").asText(),
                            swing.get("pts").asDouble()));
        }
    }

    private Person theWork() {
        chapter("3. A canvasser of Stoke-on-Trent North, a safe seat, has had a busy week.");
        Person canvasser = as("stoke-on-trent-north-canvasser");
        JsonNode mine = expect(200, canvasser.get("/v1/campaign/access/me")).at("/seats/0");
        say("GET /v1/campaign/access/me: " + mine.get("name").asText() + " is open. "
                + mine.get("why").asText());
        long counted = mine.get("contactsThisWeek").asLong();
        check(
                mine.get("state").asText().equals("active") && counted < 400,
                "that the story begins with an open seat and fewer than 400 contacts this week, found "
                        + mine.get("state").asText() + " and " + counted
                        + ". Withdraw them, or start afresh: ./hustings down && rm -r .hustings/postgres");
        long upTo500 = 500 - counted;
        JsonNode access = report(canvasser, upTo500, 201).get("access");
        say("POST %s with %d contacts: 201, %s."
                .formatted(CONTACTS, upTo500, access.get("state").asText()));
        quote(access.get("reason").asText());
        check(access.get("state").asText().equals("warned"), "a warning at 500");
        return canvasser;
    }

    private Instant theLock(Person canvasser) {
        chapter("4. One more.");
        JsonNode access = report(canvasser, 1, 201).get("access");
        say("POST %s with 1 contact: 201, accepted whole, and %s until %s."
                .formatted(
                        CONTACTS,
                        access.get("state").asText(),
                        access.get("until").asText()));
        quote(access.get("reason").asText());
        check(access.get("state").asText().equals("locked"), "a lock at 501");
        JsonNode mine = expect(200, canvasser.get("/v1/campaign/access/me")).at("/seats/0");
        say("GET /v1/campaign/access/me says what would change it:");
        quote(mine.get("whatWouldChangeIt").asText());
        JsonNode log = expect(200, as("hq").get("/v1/campaign/access/decisions?limit=1&localParty=" + LOCAL_PARTY));
        return Instant.parse(log.at("/items/0/decidedAt").asText());
    }

    private void theOldToken(Person canvasser) {
        chapter("5. The token that was good a moment ago still carries the role " + ROLE + ". It does not help.");
        check(canvasser.tokenCarries(ROLE), "the role in the old token");
        long refused = within(
                AT_ONCE,
                "the old token refused",
                () -> canvasser.post(CONTACTS, batch(1)).status() == 403);
        say("POST %s with the old token: 403 /problems/party-locked, %d ms after the lock was made."
                .formatted(CONTACTS, refused));
        long gone = within(KEYCLOAK_FOLLOWS, "the role gone in Keycloak", () -> !as("stoke-on-trent-north-canvasser")
                .tokenCarries(ROLE));
        say("Keycloak has followed: a new login no longer has the role (%d ms later).".formatted(gone));
    }

    private void theRestoration(Instant lockedSince) {
        chapter("6. Headquarters restores the local party, by name and with a reason.");
        Instant exemptUntil = lockedSince.plus(Duration.ofSeconds(60));
        JsonNode decision = expect(
                201, as("hq").post("/v1/campaign/access/decisions", """
                                {"localParty":"%s","seatCode":"%s","outcome":"restored","exemptUntil":"%s",
                                 "reason":"Council elections on the same day: they are needed at home"}
                                """.formatted(LOCAL_PARTY, SEAT, exemptUntil)));
        say("POST /v1/campaign/access/decisions: 201, restored by "
                + decision.get("decidedBy").asText() + ".");
        quote(decision.get("reason").asText());
        long back = within(KEYCLOAK_FOLLOWS, "the role back in Keycloak", () -> as("stoke-on-trent-north-canvasser")
                .tokenCarries(ROLE));
        JsonNode access = report(as("stoke-on-trent-north-canvasser"), 1, 201).get("access");
        say("A new login has the role again after %d ms, and the next contact is accepted (%s)."
                .formatted(back, access.get("state").asText()));
    }

    private void theSecret() {
        chapter("7. Headquarters keeps a private poll of Stoke-on-Trent North. For others it does not exist.");
        JsonNode poll = expect(200, as("hq").get("/v1/polls?visibility=private&seat=" + SEAT))
                .at("/items/0");
        String path = "/v1/polls/" + poll.get("pollId").asText();
        say("hq                              GET %s: %d"
                .formatted(path, as("hq").get(path).status()));
        say("stoke-on-trent-north-organiser  the same: %d"
                .formatted(as("stoke-on-trent-north-organiser").get(path).status()));
        Person.Answer foreign = as("exeter-organiser").get(path);
        Person.Answer absent = as("exeter-organiser").get("/v1/polls/" + UUID.randomUUID());
        check(foreign.status() == 404 && foreign.text().equals(absent.text()), "the same 404 as for an absent poll");
        say("exeter-organiser                the same: 404, byte for byte as for a poll that never was");
        JsonNode count = expect(200, open().get("/v1/polls/counts?seat=" + SEAT));
        say("anybody                         GET /v1/polls/counts?seat=%s: %d polls"
                .formatted(SEAT, count.get("polls").asInt()));
        check(count.get("polls").asInt() == 0, "no private poll in a public count");
    }

    /** Leaves the counts as they were. */
    private void takeBack() {
        Person organiser = batches.isEmpty() ? null : as("stoke-on-trent-north-organiser");
        for (String batch : batches) {
            organiser.post(
                    CONTACTS + "/" + batch + "/withdrawal", "{\"reason\":\"Counted for the demonstration only\"}");
        }
    }

    private JsonNode report(Person person, long contacts, int status) {
        JsonNode receipt = expect(status, person.post(CONTACTS, batch(contacts)));
        batches.add(receipt.get("batchId").asText());
        return receipt;
    }

    private static String batch(long contacts) {
        return "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"attempts\":%d,\"contacts\":%d}]}"
                .formatted(contacts * 2, contacts);
    }

    private Person open() {
        return new Person(gateway, "anybody", null);
    }

    private Person as(String user) {
        return new Person(gateway, user, login.apply(user));
    }

    private static JsonNode expect(int status, Person.Answer answer) {
        check(answer.status() == status, "%d, got %d: %s".formatted(status, answer.status(), answer.text()));
        return answer.body();
    }

    /** @return milliseconds until it was so */
    private static long within(Duration limit, String what, Supplier<Boolean> so) {
        long begun = System.nanoTime();
        do {
            if (so.get()) {
                return (System.nanoTime() - begun) / 1_000_000;
            }
        } while (System.nanoTime() - begun < limit.toNanos());
        throw new StoryFailed("Expected within %d s: %s.".formatted(limit.toSeconds(), what));
    }

    private static void check(boolean so, String expected) {
        if (!so) {
            throw new StoryFailed("Expected " + expected);
        }
    }

    private void chapter(String title) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        say("", title);
    }

    private void quote(String words) {
        say("  \u201c" + words + "\u201d");
    }

    private void say(String... lines) {
        for (String line : lines) {
            teller.accept(line);
        }
    }
}
