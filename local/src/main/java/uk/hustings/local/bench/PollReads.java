package uk.hustings.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads of polls by nobody in particular, beside the static peer. */
final class PollReads {

    static final double POLL_AIM = 0.8;
    static final double LIST_AIM = 0.6;

    private static final String LIST = "/v1/polls?limit=50";
    private static final String POLL = "/v1/polls/";
    private static final int FIRST_LISTS = 1_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2012, 1, 1);

    private final Service service;
    private final AtomicInteger days = new AtomicInteger();

    PollReads(Service service) {
        this.service = service;
    }

    List<Comparison> compare(Rounds rounds) {
        return List.of(
                rounds.compare(service, "single poll", Question.of(onePoll()), POLL_AIM),
                rounds.compare(service, "list of 50", Question.of(LIST), LIST_AIM),
                rounds.compare(
                        service,
                        "list of 50, gzip",
                        Question.of(LIST).with("Accept-Encoding", "gzip", 200),
                        Double.NaN));
    }

    /** To be asked after {@link #compare}, which teaches the peer. */
    SteadyReads besideForecasts() {
        return SteadyReads.of(service, Question.of(LIST));
    }

    /** A day that nobody has asked for makes an answer that nobody has kept. */
    Figures firstLists() {
        LoadClient client = new LoadClient(
                service.port(),
                () -> Question.of(LIST + "&asOf=" + FIRST_DAY.plusDays(days.getAndIncrement()))
                        .bytes(service.port()),
                200);
        client.forRequests(1, FIRST_LISTS);
        return client.forRequests(1, FIRST_LISTS);
    }

    private String onePoll() {
        try {
            byte[] list = service.get(service.url(), Question.of(LIST)).body();
            return POLL
                    + new ObjectMapper().readTree(list).at("/items/0/pollId").asText();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
