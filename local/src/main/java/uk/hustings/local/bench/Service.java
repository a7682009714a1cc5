package uk.hustings.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.DoubleStream;
import uk.hustings.local.process.Program;
import uk.hustings.local.suite.LoneService;
import uk.hustings.test.Tokens;

/** A service under measurement, and its static peer in the same JVM. */
public final class Service {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
    private static final String REBUILDS = "hustings_facts_rebuild_seconds";

    private final LoneService process;
    private final Map<String, String> environment;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param environment configuration of the service alone */
    public Service(LoneService process, Map<String, String> environment) {
        this.process = process;
        this.environment = environment;
    }

    public void restart(int heapMebibytes) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HUSTINGS_STATIC_PEER_PORT", String.valueOf(peerPort()));
        process.restart(heapMebibytes, all);
    }

    public int port() {
        return process.port();
    }

    int peerPort() {
        return process.sparePort();
    }

    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** Processor time that the JVM has taken so far, all its threads together. */
    Duration processor() {
        return process.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Heap in use after a full collection, in bytes. */
    double heap() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Program.run(List.of(jcmd, String.valueOf(process.process().pid()), "GC.run"), Map.of(), Duration.ofMinutes(1));
        return metric("jvm_memory_used_bytes{area=\"heap\"").sum();
    }

    /** Has the service read all facts again, {@code times} times; seconds that it took each time. */
    double[] rebuild(int times) {
        double[] seconds = new double[times];
        for (int n = 0; n < times; n++) {
            double secondsBefore = metric(REBUILDS + "_sum").sum();
            double rebuildsBefore = metric(REBUILDS + "_count").sum();
            String code = "bench-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
            post("/v1/parties/imports", "text/csv", "code,name,colour,lineage\n%s,%s,#000000,\n".formatted(code, code));
            // The importing request and the notice to all replicas may each have had the facts read.
            seconds[n] = (metric(REBUILDS + "_sum").sum() - secondsBefore)
                    / Math.max(1, metric(REBUILDS + "_count").sum() - rebuildsBefore);
        }
        return seconds;
    }

    /** As a request that was never made before, of a national organiser. */
    public HttpResponse<byte[]> post(String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(url().resolve(path))
                .header("Authorization", "Bearer " + Tokens.nationalOrganiser())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Has the peer learn what the service answers, and makes sure that it does. */
    HttpResponse<byte[]> teachPeer(Question question) {
        URI peer = URI.create("http://localhost:" + peerPort());
        HttpRequest.Builder lesson =
                HttpRequest.newBuilder(peer.resolve(question.path())).POST(HttpRequest.BodyPublishers.noBody());
        question.headers().forEach(lesson::header);
        send(lesson);
        HttpResponse<byte[]> ours = get(url(), question);
        HttpResponse<byte[]> theirs = get(peer, question);
        if (ours.statusCode() != question.status()
                || theirs.statusCode() != question.status()
                || !ours.headers().equals(theirs.headers())
                || !Arrays.equals(ours.body(), theirs.body())) {
            throw new BenchFailed("The service and its static peer answer %s differently: %d %s, %d %s"
                    .formatted(
                            question.path(), ours.statusCode(), ours.headers(), theirs.statusCode(), theirs.headers()));
        }
        return ours;
    }

    public HttpResponse<byte[]> get(URI from, Question question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(from.resolve(question.path()));
        question.headers().forEach(request::header);
        return exchange(request);
    }

    private DoubleStream metric(String name) {
        String metrics = new String(
                send(HttpRequest.newBuilder(url().resolve("/q/metrics"))).body());
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = exchange(request);
        if (answer.statusCode() / 100 != 2) {
            throw new BenchFailed(
                    "%s was answered %d: %s".formatted(answer.uri(), answer.statusCode(), new String(answer.body())));
        }
        return answer;
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(ANSWER_WITHIN).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        }
    }
}
