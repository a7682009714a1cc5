package uk.hustings.local.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import uk.hustings.local.suite.SuiteFailure;

/** Runs one backtest through the gateway and writes its page and its picture. */
public final class BacktestReport {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI gateway;
    private final String token;
    private final Consumer<String> progress;

    /** @param token of somebody who may run forecasts */
    public BacktestReport(URI gateway, String token, Consumer<String> progress) {
        this.gateway = gateway;
        this.token = token;
        this.progress = progress;
    }

    /**
     * @param asOf ISO date
     * @param folder where {@code <electionId>.md} and {@code calibration-<electionId>.svg} are written
     * @throws SuiteFailure if the suite refuses or does not come to an end
     */
    public void write(String electionId, String asOf, Path folder) {
        try {
            JsonNode run = expect(
                    202,
                    request("/v1/forecasts/backtests")
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(json.createObjectNode()
                                    .put("electionId", electionId)
                                    .put("asOf", asOf)))));
            JsonNode done =
                    await("/v1/forecasts/backtests/" + run.get("forecastId").asText());
            BacktestPage page = new BacktestPage(electionId, done);
            Files.createDirectories(folder);
            write(folder.resolve(electionId + ".md"), page.markdown());
            write(
                    folder.resolve("calibration-%s.svg".formatted(electionId)),
                    CalibrationPlot.svg("Calibration of " + electionId, page.bins()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailure("Interrupted while waiting for the backtest.");
        }
    }

    private void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        progress.accept("Wrote " + file.getFileName());
    }

    private JsonNode await(String path) throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUpAt) {
            JsonNode backtest = expect(200, request(path).GET());
            String status = backtest.at("/run/status").asText();
            if (status.equals("done")) {
                return backtest;
            }
            if (!List.of("queued", "running").contains(status)) {
                throw new SuiteFailure("The backtest is " + status + ".");
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new SuiteFailure("The backtest is not done after %d minutes.".formatted(PATIENCE.toMinutes()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode expect(int status, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new SuiteFailure("The suite answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return json.readTree(answer.body());
    }
}
