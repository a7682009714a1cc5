package uk.hustings.polls.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.intake.JsonItems;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.domain.SeatBook;
import uk.hustings.polls.stated.Scrutiny;
import uk.hustings.polls.stated.StatedPoll;
import uk.hustings.polls.stated.StatedVisibility;

/** Polls as a JSON body tells them: {@code {"polls": [ … ]}}. */
final class ListOfPolls {

    private static final String LIST = "polls";
    private static final String OFF_SUM = "/sharesPct";

    private final SeatBook seats;
    private final LocalDate today;
    private final int mostQuestions;
    private final List<Item> items = new ArrayList<>();
    private final Warnings warnings = new Warnings();
    private int polls;

    private ListOfPolls(SeatBook seats, LocalDate today, int mostQuestions) {
        this.seats = seats;
        this.today = today;
        this.mostQuestions = mostQuestions;
    }

    /**
     * Reads a body.
     *
     * @param today real day: no fieldwork ends after it
     * @throws Problem BROKEN_BODY or BODY_TOO_LARGE if this is no such body; INVALID_INPUT or, if nothing else is wrong,
     *     SHARES_OFF_SUM naming every field at fault
     */
    static Batch read(ObjectMapper json, InputStream body, SeatBook seats, LocalDate today, int mostQuestions) {
        ListOfPolls polls = new ListOfPolls(seats, today, mostQuestions);
        return OffSum.named(OFF_SUM, () -> {
            JsonItems.of(json, body, LIST, StatedPoll.class, mostQuestions).forEach(polls::read, polls.items::addAll);
            if (polls.polls == 0) {
                Faults.refuseAny(List.of(FieldError.at("/" + LIST, "must not be empty")));
            }
            return Batch.of(polls.items, polls.warnings.told());
        });
    }

    private List<Item> read(JsonItems<StatedPoll>.Item sent) {
        StatedPoll stated = sent.value();
        Visibility visibility = StatedVisibility.read(
                stated.visibility(), stated.embargoedUntil(), (field, detail) -> sent.fault("/" + field, detail));
        Scrutiny scrutiny = Scrutiny.of(stated, seats, today);
        scrutiny.faults().forEach(fault -> sent.fault(fault.pointer(), fault.detail()));
        scrutiny.warnings()
                .forEach(warning ->
                        warnings.add("%s%s: %s".formatted(sent.place(), warning.pointer(), warning.detail())));
        List<Item> read = scrutiny.poll() == null ? List.of() : items(polls, stated, scrutiny.poll(), visibility);
        polls++;
        if (items.size() + read.size() > mostQuestions) {
            throw ProblemType.BODY_TOO_LARGE.because(
                    "The polls have more than %d questions; nothing was written.".formatted(mostQuestions));
        }
        return read;
    }

    /** A poll question by question; statements go with the first. */
    private static List<Item> items(int index, StatedPoll stated, Poll poll, Visibility visibility) {
        if (poll.questions().size() < 2) {
            return List.of(new Item(new Place.Pointer(index, 0), poll, visibility, stated.embargoedUntil()));
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < poll.questions().size(); i++) {
            items.add(new Item(
                    new Place.Pointer(index, i),
                    new Poll(
                            poll.key(),
                            poll.details(),
                            List.of(poll.questions().get(i)),
                            i == 0 ? poll.statements() : List.of()),
                    visibility,
                    stated.embargoedUntil()));
        }
        return items;
    }
}
