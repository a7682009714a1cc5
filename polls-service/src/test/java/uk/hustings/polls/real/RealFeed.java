package uk.hustings.polls.real;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import uk.hustings.polls.seatref.domain.BoundarySet;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.Party;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** What seats-service feeds its followers when all real data have been imported. */
public final class RealFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RealFeed() {}

    /** The document of seats, with more in it than this service reads. */
    public static String seats() {
        SeatBook book = RealResults.seats();
        ObjectNode document = JSON.createObjectNode().put("learntLater", true);
        add(document.putArray("boundarySets"), book.boundarySets());
        ArrayNode parties = document.putArray("parties");
        book.parties().forEach(party -> add(parties.addObject(), party));
        ArrayNode elections = document.putArray("elections");
        book.elections().forEach(election -> add(elections.addObject(), election));
        ArrayNode seats = document.putArray("seats");
        book.boundarySets().stream()
                .flatMap(set -> book.seats(set.code()).stream())
                .forEach(seat -> add(seats.addObject(), seat));
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(ArrayNode all, List<BoundarySet> sets) {
        sets.forEach(set -> all.addObject()
                .put("code", set.code())
                .put("from", text(set.from()))
                .put("to", text(set.to())));
    }

    private static void add(ObjectNode entry, Party party) {
        entry.put("code", party.code()).put("name", party.name());
        party.lineage().forEach(entry.putArray("lineage")::add);
    }

    private static void add(ObjectNode entry, Election election) {
        entry.put("electionId", election.id())
                .put("name", election.name())
                .put("kind", election.kind())
                .put("basis", election.basis())
                .put("pollingDay", text(election.pollingDay()))
                .put("boundarySet", election.boundarySet());
    }

    private static void add(ObjectNode entry, Seat seat) {
        entry.put("boundarySet", seat.boundarySet())
                .put("seatCode", seat.code().value())
                .put("name", seat.name())
                .put("regionCode", seat.regionCode())
                .put("regionName", seat.regionName())
                .put("country", seat.country())
                .put("county", seat.county())
                .put("electorate", seat.electorate())
                .put("learntLater", true);
        ArrayNode contests = entry.putArray("contests");
        seat.contests().forEach(contest -> add(contests.addObject(), contest));
    }

    private static void add(ObjectNode entry, Contest contest) {
        entry.put("electionId", contest.electionId())
                .put("pollingDay", text(contest.pollingDay()))
                .put("validVotes", contest.validVotes())
                .put("winner", contest.wonBy());
        ObjectNode votes = entry.putObject("votes");
        contest.votes().forEach(votes::put);
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
