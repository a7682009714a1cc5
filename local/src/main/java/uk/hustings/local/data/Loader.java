package uk.hustings.local.data;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Loads the demo's data through the gateway, as a client with the role of a national organiser. Loading again changes
 * nothing: each import has a key made of its content, and what is recorded already is recognised after the kept
 * answers are gone too.
 */
public final class Loader {

    private final LoaderSettings settings;
    private final HttpClient http;

    public Loader(LoaderSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * Parties, seats, elections and holders first; then, when polls-service and campaign-service have copied the seats
     * in force, polls and local parties.
     *
     * @param progress told one line after each step
     * @throws LoadRefused at the first import that is not accepted; what was accepted before it stays
     */
    public LoadReport load(Consumer<String> progress) throws InterruptedException {
        long start = System.nanoTime();
        SourceData data = new SourceData(settings.data());
        ImportClient client = new ImportClient(http, settings);
        List<LoadReport.Step> steps = new ArrayList<>();
        for (Import request : data.facts()) {
            steps.add(told(progress, client.send(request)));
        }
        new SeatCopies(http, settings).await(data.seatsInForce());
        for (Import request : data.evidenceAndOrganisation()) {
            steps.add(told(progress, client.send(request)));
        }
        return new LoadReport(List.copyOf(steps), Duration.ofNanos(System.nanoTime() - start));
    }

    private static LoadReport.Step told(Consumer<String> progress, LoadReport.Step step) {
        progress.accept(step.toString());
        return step;
    }
}
