package uk.hustings.polls.poll;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * Which polls are meant; null stands for any.
 *
 * @param status null for those that count
 * @param q part of a name
 * @param asOf never null
 */
public record PollFilter(
        Area seat,
        String boundarySet,
        String region,
        Geography geography,
        String pollster,
        String client,
        PollKind kind,
        Population population,
        Question question,
        LocalDate fieldworkFrom,
        LocalDate fieldworkTo,
        Visibility visibility,
        Status status,
        String q,
        LocalDate asOf) {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    /** @param now domain time, for embargoes end */
    public boolean admits(RecordedPoll recorded, SeatBook seats, Instant now) {
        Poll poll = recorded.poll();
        PollKey key = poll.key();
        return recorded.status() == (status == null ? Status.RECORDED : status)
                && is(visibility, recorded.visibilityAt(now))
                && is(kind, key.kind())
                && is(population, key.population())
                && is(pollster, key.pollster())
                && is(client, key.client())
                && (question == null || poll.asked(question).isPresent())
                && isOfTheTime(key)
                && isOfThePlace(key.area(), seats)
                && (q == null || isCalled(key, seats));
    }

    /** The same for fieldwork however early, where earlier polls are looked for. */
    public PollFilter howeverEarly() {
        return new PollFilter(
                seat,
                boundarySet,
                region,
                geography,
                pollster,
                client,
                kind,
                population,
                question,
                null,
                fieldworkTo,
                visibility,
                status,
                q,
                asOf);
    }

    private static <T> boolean is(T wanted, T found) {
        return wanted == null || wanted.equals(found);
    }

    private boolean isOfTheTime(PollKey key) {
        LocalDate day = key.day();
        if (day == null) {
            return fieldworkFrom == null && fieldworkTo == null;
        }
        return !day.isAfter(asOf)
                && (fieldworkFrom == null || !day.isBefore(fieldworkFrom))
                && (fieldworkTo == null || !day.isAfter(fieldworkTo));
    }

    private boolean isOfThePlace(Area area, SeatBook seats) {
        return is(seat, area)
                && is(geography, area.geography())
                && is(boundarySet, area.boundarySet())
                && (region == null || region.equals(regionOf(area, seats)));
    }

    private boolean isCalled(PollKey key, SeatBook seats) {
        String part = plain(q);
        return Stream.of(
                        key.pollster(),
                        key.client(),
                        seatOf(key.area(), seats).map(Seat::name).orElse(null))
                .anyMatch(name -> name != null && plain(name).contains(part));
    }

    /** GSS code; null for GB and the UK. */
    public static String regionOf(Area area, SeatBook seats) {
        return area.geography() == Geography.REGION
                ? area.code()
                : seatOf(area, seats).map(Seat::regionCode).orElse(null);
    }

    public static Optional<Seat> seatOf(Area area, SeatBook seats) {
        return area.seatCode().flatMap(code -> seats.find(area.boundarySet(), code));
    }

    private static String plain(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
