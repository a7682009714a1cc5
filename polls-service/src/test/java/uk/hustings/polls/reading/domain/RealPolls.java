package uk.hustings.polls.reading.domain;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Statement;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealResults;

/** The polls of the source files as the rules meet them: recorded, the newest first. */
final class RealPolls {

    static final String ASHCROFT = "Lord Ashcroft";

    private static final List<String> PARTIES =
            List.of("con", "lab", "ld", "snp", "pc", "green", "ukip", "brexit", "tig_cuk", "bnp", "other");
    private static final Map<String, String> STANDS_ONLY_IN = Map.of("snp", "S", "pc", "W");
    private static final AtomicLong IDS = new AtomicLong();

    private RealPolls() {}

    /** Polls of seats in 2014-15. */
    static List<RecordedPoll> ofSeats() {
        return sorted(RealData.rows("polls/constituency_polls_2014_2015.csv").stream()
                .map(row -> recorded(
                        key(
                                row.getField("pollster"),
                                Area.seat(RealResults.BOUNDARIES_2010, SeatCode.fromString(row.getField("ons_id"))),
                                row),
                        Integer.valueOf(row.getField("respondents_naming_a_party")),
                        Codes.read(Question.class, row.getField("question")),
                        shares(row, row.getField("ons_id")))));
    }

    /** National polls of 2010-15. */
    static List<RecordedPoll> national() {
        return sorted(RealData.rows("polls/gb_polls_2010_2015.csv").stream()
                .map(row -> recorded(
                        key(row.getField("pollster"), row.getField("geography").equals("GB") ? Area.GB : Area.UK, row),
                        row.getField("sample_size").isEmpty() ? null : Integer.valueOf(row.getField("sample_size")),
                        Question.STANDARD,
                        shares(row, ""))));
    }

    /**
     * The private polls of members in 2016.
     *
     * @param hove what the shares of Hove, of which no undecided are told, are shares of
     */
    static List<RecordedPoll> ofMembers(Basis hove) {
        return sorted(RealData.rows("polls/labour_leadership_2016_private_polls.csv").stream()
                .map(row -> memberPoll(row, hove)));
    }

    private static RecordedPoll memberPoll(NamedCsvRecord row, Basis hove) {
        PollKey key = new PollKey(
                PollKind.POLL,
                null,
                null,
                Population.PARTY_MEMBERS,
                Area.seat(RealResults.BOUNDARIES_2010, SeatCode.fromString(row.getField("ons_id"))),
                null,
                null);
        BigDecimal undecided = row.getField("undecided_pct").isEmpty() ? null : pct(row, "undecided_pct");
        List<Asked> asked = row.getField("smith_pct").isEmpty()
                ? List.of()
                : List.of(new Asked(
                        Question.MEMBERS_BALLOT,
                        undecided == null ? hove : Basis.RAW,
                        List.of(new Share("smith", pct(row, "smith_pct")), new Share("corbyn", pct(row, "corbyn_pct"))),
                        undecided,
                        null,
                        null,
                        null,
                        null));
        return recorded(new Poll(
                key,
                PollDetails.UNKNOWN,
                asked,
                List.of(new Statement(row.getField("reported_by_mp"), null, row.getField("reported_leader")))));
    }

    static RecordedPoll recorded(Poll poll) {
        return new RecordedPoll(
                new UUID(0, IDS.incrementAndGet()),
                poll,
                Visibility.PUBLIC,
                null,
                Status.RECORDED,
                1,
                Instant.parse("2015-04-14T09:00:00Z"));
    }

    /** @param asked questions of one poll */
    static RecordedPoll ofSeat(String pollster, String seat, String fieldworkEnd, Asked... asked) {
        return recorded(new Poll(
                new PollKey(
                        PollKind.POLL,
                        pollster,
                        null,
                        Population.ADULTS,
                        Area.seat(RealResults.BOUNDARIES_2010, SeatCode.fromString(seat)),
                        null,
                        LocalDate.parse(fieldworkEnd)),
                PollDetails.UNKNOWN,
                List.of(asked),
                List.of()));
    }

    /** @param shares option and percentage by turns */
    static List<Share> shares(Object... shares) {
        return Stream.iterate(0, place -> place < shares.length, place -> place + 2)
                .map(place -> new Share((String) shares[place], new BigDecimal(shares[place + 1].toString())))
                .toList();
    }

    static List<Polled> asked(Collection<RecordedPoll> polls) {
        return Polled.of(polls).toList();
    }

    private static PollKey key(String pollster, Area area, NamedCsvRecord row) {
        return new PollKey(
                PollKind.POLL,
                pollster,
                null,
                Population.ADULTS,
                area,
                day(row, "fieldwork_start"),
                day(row, "fieldwork_end"));
    }

    private static RecordedPoll recorded(PollKey key, Integer base, Question question, List<Share> shares) {
        return recorded(new Poll(
                key,
                PollDetails.UNKNOWN,
                List.of(new Asked(question, Basis.HEADLINE, shares, null, null, null, base, null)),
                List.of()));
    }

    private static List<Share> shares(NamedCsvRecord row, String seat) {
        return PARTIES.stream()
                .filter(party -> seat.isEmpty() || seat.startsWith(STANDS_ONLY_IN.getOrDefault(party, "")))
                .filter(party -> row.findField(party + "_pct")
                        .filter(pct -> !pct.isEmpty())
                        .isPresent())
                .map(party -> new Share(party, pct(row, party + "_pct")))
                .toList();
    }

    private static BigDecimal pct(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }

    private static LocalDate day(NamedCsvRecord row, String column) {
        return row.getField(column).isEmpty() ? null : LocalDate.parse(row.getField(column));
    }

    private static List<RecordedPoll> sorted(Stream<RecordedPoll> polls) {
        return polls.sorted(RecordedPoll.NEWEST_FIRST).toList();
    }
}
