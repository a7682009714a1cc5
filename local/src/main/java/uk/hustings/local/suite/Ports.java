package uk.hustings.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.hustings.local.process.Ledger;

/** The six ports of a suite, all on this machine. */
public record Ports(int gateway, int seats, int polls, int campaign, int keycloak, int postgres) {

    public static final int DEFAULT_BASE = 8080;
    public static final String BASE_VARIABLE = "HUSTINGS_PORT_BASE";

    private static final String LEDGER_KEY = "ports";
    private static final int HIGHEST = 65_535;
    private static final int COUNT = 6;

    /** Six ports in a row, the gateway's first. */
    public static Ports from(int base) {
        return new Ports(base, base + 1, base + 2, base + 3, base + 4, base + 5);
    }

    /** @throws SuiteFailure if {@value #BASE_VARIABLE} is set to something that is no port */
    public static Ports fromEnvironment(Map<String, String> environment) {
        String base = environment.getOrDefault(BASE_VARIABLE, String.valueOf(DEFAULT_BASE));
        if (!base.matches("\\d{4,5}") || Integer.parseInt(base) < 1024 || Integer.parseInt(base) + COUNT > HIGHEST) {
            throw new SuiteFailure("%s=%s is not a port between 1024 and %d; the suite takes %d ports from there on."
                    .formatted(BASE_VARIABLE, base, HIGHEST - COUNT, COUNT));
        }
        return from(Integer.parseInt(base));
    }

    /** The ports of the suite that runs or last ran. */
    public static Optional<Ports> recordedIn(Ledger ledger) {
        return ledger.note(LEDGER_KEY)
                .map(text -> Arrays.stream(text.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .map(all -> new Ports(all[0], all[1], all[2], all[3], all[4], all[5]));
    }

    void writeTo(Ledger ledger) {
        ledger.note(LEDGER_KEY, "%d %d %d %d %d %d".formatted(gateway, seats, polls, campaign, keycloak, postgres));
    }

    /** Six ports that nobody uses at the moment. */
    public static Ports free() {
        int[] free = free(COUNT);
        return new Ports(free[0], free[1], free[2], free[3], free[4], free[5]);
    }

    /** So many different ports that nobody uses at the moment. */
    static int[] free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int n = 0; n < count; n++) {
                held.add(new ServerSocket(0));
            }
            int[] free = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            for (ServerSocket socket : held) {
                socket.close();
            }
            return free;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int of(App app) {
        return switch (app) {
            case SEATS -> seats;
            case POLLS -> polls;
            case CAMPAIGN -> campaign;
            case GATEWAY -> gateway;
        };
    }

    public URI urlOf(App app) {
        return url(of(app));
    }

    public URI keycloakUrl() {
        return url(keycloak);
    }

    /** Issuer of the realm's tokens. */
    public URI issuer() {
        return URI.create(keycloakUrl() + "/realms/hustings");
    }

    public URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    /** @throws SuiteFailure naming the first port that another program has taken */
    void requireFree(boolean postgresIsOurs) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (App app : App.values()) {
            wanted.put(app.module(), of(app));
        }
        wanted.put("Keycloak", keycloak);
        if (!postgresIsOurs) {
            wanted.put("PostgreSQL", postgres);
        }
        wanted.forEach((who, port) -> {
            if (isTaken(port)) {
                throw new SuiteFailure(
                        ("Port %d, which %s needs, is taken by another program. End that program, or choose "
                                        + "six other ports, for example: %s=%d ./hustings up")
                                .formatted(port, who, BASE_VARIABLE, gateway == 9080 ? 10_080 : 9080));
            }
        });
    }

    /** On the loopback address or on all of them. */
    static boolean isTaken(int port) {
        return !canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                || !canListen(new InetSocketAddress(port));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static URI url(int port) {
        return URI.create("http://localhost:" + port);
    }
}
