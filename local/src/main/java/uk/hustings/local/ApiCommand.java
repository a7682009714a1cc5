package uk.hustings.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import uk.hustings.local.contract.ApiDocument;
import uk.hustings.local.contract.BreakingChange;
import uk.hustings.local.contract.KeptApi;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.Ports;
import uk.hustings.local.suite.SuiteFailure;

/** Writes the API document of the running suite to {@code docs/api}, unless it breaks what was promised there. */
final class ApiCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Invocation invocation;

    ApiCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run() {
        Ports ports = invocation.portsOfRunningSuite();
        ApiDocument served = ApiDocument.served(get(ports.urlOf(App.GATEWAY).resolve("/openapi")), ports.issuer());
        KeptApi kept = new KeptApi(invocation.projectRoot());
        if (kept.document().text().equals(served.text())) {
            System.out.println("docs/api/openapi.json is as the suite serves it.");
            return 0;
        }
        List<BreakingChange> undeclared = kept.undeclared(served);
        if (!undeclared.isEmpty()) {
            System.err.println("This would break clients of the API; nothing was written:");
            undeclared.forEach(change -> System.err.println("  " + change));
            System.err.println("Declare each operation in docs/api/breaking-changes.md if it has to be.");
            return 1;
        }
        kept.keep(served, LocalDate.now(ZoneId.of("Europe/London")));
        System.out.println("Wrote docs/api/openapi.json.");
        return 0;
    }

    private static String get(URI document) {
        HttpRequest request = HttpRequest.newBuilder(document)
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new SuiteFailure(
                        "The gateway has no API document (%d): %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException failed) {
            throw new SuiteFailure("The gateway does not answer: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailure("Interrupted while waiting for the gateway.");
        }
    }
}
