package uk.hustings.local.bench.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.Figures;
import uk.hustings.local.suite.App;
import uk.hustings.test.Tokens;

/** Asks at every replica for what a lock closes, again and again until it is refused. */
final class ReplicaProbes {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<Integer> OPEN = Set.of(200, 201);

    /** A report says that the party is locked; a private poll is as if it were not there. */
    private static final Set<Integer> CLOSED = Set.of(403, 404);

    private static final int STALE = 503;

    private final FourReplicas replicas;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ReplicaProbes(FourReplicas replicas) {
        this.replicas = replicas;
    }

    /** A replica, and what is asked of it. */
    record Place(App app, int number) {

        @Override
        public String toString() {
            return "%s %d, %s".formatted(app.module(), number, app == App.POLLS ? "a private poll" : "a report");
        }
    }

    /** @throws BenchFailed if something is closed before anybody is locked out */
    void requireOpen(LockedSeat seat) {
        for (Place place : places()) {
            HttpResponse<String> answer = ask(place, seat);
            if (!OPEN.contains(answer.statusCode())) {
                throw new BenchFailed(
                        "%s of %s was answered before any lock: %s".formatted(place, seat.localParty(), answer.body()));
            }
        }
    }

    /** Locks one after the other. By place, the times from the answer "locked" to the answer that refuses. */
    Map<Place, Figures> lockEach(List<LockedSeat> seats) {
        Map<Place, long[]> delays = new LinkedHashMap<>();
        places().forEach(place -> delays.put(place, new long[seats.size()]));
        long begun = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(delays.size());
        try {
            for (int n = 0; n < seats.size(); n++) {
                LockedSeat seat = seats.get(n);
                requireOpen(seat);
                lock(seat);
                long locked = System.nanoTime();
                List<Place> places = List.copyOf(delays.keySet());
                List<Callable<Long>> probes = places.stream()
                        .<Callable<Long>>map(place -> () -> untilAnswered(place, seat, CLOSED, locked, LIMIT))
                        .toList();
                List<Future<Long>> answers = threads.invokeAll(probes);
                for (int place = 0; place < places.size(); place++) {
                    delays.get(places.get(place))[n] = answers.get(place).get();
                }
            }
        } catch (ExecutionException failed) {
            throw new BenchFailed(String.valueOf(failed.getCause().getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        } finally {
            threads.shutdownNow();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Map<Place, Figures> figures = new LinkedHashMap<>();
        delays.forEach((place, nanos) -> figures.put(place, Figures.of(nanos, took)));
        return figures;
    }

    /** Kills all of campaign-service. By replica of polls-service, seconds from then until it refuses. */
    Map<Place, Double> cut(LockedSeat seat, Duration limit) {
        List<Place> places =
                places().stream().filter(place -> place.app == App.POLLS).toList();
        long cut = System.nanoTime();
        replicas.killCampaign();
        Map<Place, Double> seconds = new LinkedHashMap<>();
        for (Place place : places) {
            // The second is found refusing as late as the first at least: an upper bound.
            seconds.put(place, untilAnswered(place, seat, Set.of(STALE), cut, limit) / 1e9);
        }
        return seconds;
    }

    private long untilAnswered(Place place, LockedSeat seat, Set<Integer> awaited, long since, Duration limit) {
        while (System.nanoTime() - since < limit.toNanos()) {
            HttpResponse<String> answer = ask(place, seat);
            if (awaited.contains(answer.statusCode())) {
                return System.nanoTime() - since;
            }
            if (!OPEN.contains(answer.statusCode())) {
                throw new BenchFailed("%s was answered: %s".formatted(place, answer.body()));
            }
        }
        throw new BenchFailed("%s is still open after %d s.".formatted(place, limit.toSeconds()));
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (App app : List.of(App.CAMPAIGN, App.POLLS)) {
            FourReplicas.NUMBERS.forEach(number -> places.add(new Place(app, number)));
        }
        return places;
    }

    private void lock(LockedSeat seat) {
        HttpResponse<String> answer = send(post(
                replicas.url(App.CAMPAIGN, 1).resolve("/v1/campaign/access/decisions"),
                Tokens.nationalOrganiser(),
                """
                {"localParty":"%s","seatCode":"%s","outcome":"locked","reason":"Measured"}""".formatted(seat.localParty(), seat.seatCode())));
        if (answer.statusCode() != 201) {
            throw new BenchFailed("A lock was answered %d.".formatted(answer.statusCode()));
        }
    }

    private HttpResponse<String> ask(Place place, LockedSeat seat) {
        URI replica = replicas.url(place.app, place.number);
        HttpRequest.Builder request = place.app == App.POLLS
                ? HttpRequest.newBuilder(replica.resolve("/v1/polls/" + seat.poll()))
                        .header("Authorization", "Bearer " + seat.organiser())
                : post(
                        replica.resolve("/v1/campaign/seats/%s/contacts".formatted(seat.seatCode())),
                        seat.canvasser(),
                        "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"leaflet\",\"contacts\":1}]}");
        return send(request);
    }

    private static HttpRequest.Builder post(URI address, String token, String body) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new BenchFailed("A replica gave no answer: " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        }
    }
}
