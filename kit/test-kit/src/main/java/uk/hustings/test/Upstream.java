package uk.hustings.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A small real HTTP server in the place of a service that cannot run inside another's tests: JSON documents under
 * entity tags, a stream of events that says when one has changed, and a token endpoint.
 */
public final class Upstream implements AutoCloseable {

    private static final String ANSWERS = "/answers";

    private final HttpServer server;
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final List<OutputStream> followers = new CopyOnWriteArrayList<>();
    private volatile String accessToken = "of-a-service";

    /** An answer that a test has asked for. */
    private record Told(int status, String type, long delayMillis, String body) {}

    private Upstream(HttpServer server) {
        this.server = server;
    }

    public static Upstream start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "upstream");
                thread.setDaemon(true);
                return thread;
            }));
            Upstream upstream = new Upstream(server);
            server.createContext("/", upstream::answer);
            server.start();
            return upstream;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Serves a document from now on, and tells those who listen at any path that ends in {@code events}. */
    public void serve(String path, String json) {
        documents.put(path, json);
        for (OutputStream follower : followers) {
            try {
                follower.write("data: changed\n\n".getBytes(StandardCharsets.UTF_8));
                follower.flush();
            } catch (IOException gone) {
                followers.remove(follower);
            }
        }
    }

    /** Gives this token to who asks for one from now on: for a service that asks others, which look at it. */
    public void grant(String token) {
        accessToken = token;
    }

    /** Answers 503 at this path from now on. */
    public void silence(String path) {
        documents.remove(path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith(ANSWERS)) {
            hear(exchange, path.substring(ANSWERS.length()));
        } else if (told.containsKey(path)) {
            tell(exchange, told.get(path));
        } else if (path.endsWith("/token")) {
            String grant = "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
            send(exchange, 200, grant.formatted(accessToken));
        } else if (path.endsWith("events")) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream stream = exchange.getResponseBody();
            stream.write("data: hello\n\n".getBytes(StandardCharsets.UTF_8));
            stream.flush();
            followers.add(stream);
        } else {
            document(exchange, documents.get(path));
        }
    }

    /**
     * A test says over HTTP what to answer at a path from now on, for it may be loaded by another class loader than its
     * resources: {@code PUT /answers/<path>} with the body, {@code Answer-Status}, {@code Answer-Type} and
     * {@code Answer-Delay-Millis}; {@code DELETE} takes it back.
     */
    private void hear(HttpExchange exchange, String path) throws IOException {
        if (exchange.getRequestMethod().equals("DELETE")) {
            told.remove(path);
        } else {
            told.put(
                    path,
                    new Told(
                            Integer.parseInt(header(exchange, "Answer-Status", "200")),
                            header(exchange, "Answer-Type", "application/json"),
                            Long.parseLong(header(exchange, "Answer-Delay-Millis", "0")),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static void tell(HttpExchange exchange, Told told) throws IOException {
        try {
            Thread.sleep(told.delayMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        send(exchange, told.status(), told.type(), told.body());
    }

    private static String header(HttpExchange exchange, String name, String unsaid) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? unsaid : value;
    }

    private static void document(HttpExchange exchange, String json) throws IOException {
        if (json == null) {
            send(exchange, 503, "{}");
            return;
        }
        String tag = '"' + Integer.toHexString(json.hashCode()) + '"';
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        } else {
            send(exchange, 200, json);
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        send(exchange, status, "application/json", json);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
