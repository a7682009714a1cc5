package uk.hustings.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void withoutAWordTheGatewayListensAt8080() {
        Ports ports = Ports.fromEnvironment(Map.of());

        assertThat(ports).isEqualTo(new Ports(8080, 8081, 8082, 8083, 8084, 8085));
        assertThat(ports.issuer()).hasToString("http://localhost:8084/realms/hustings");
    }

    @Test
    void theBaseShiftsAllPorts() {
        assertThat(Ports.fromEnvironment(Map.of("HUSTINGS_PORT_BASE", "9080")).postgres())
                .isEqualTo(9085);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "x", "65535", "-8080", "99999"})
    void aBaseThatIsNoPortIsRefusedByName(String base) {
        assertThatThrownBy(() -> Ports.fromEnvironment(Map.of("HUSTINGS_PORT_BASE", base)))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("HUSTINGS_PORT_BASE=" + base);
    }

    @Test
    void aTakenPortIsNamedWithTheWayOut() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket other = new ServerSocket(ports.keycloak(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ports.requireFree(false))
                    .isInstanceOf(SuiteFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("Keycloak")
                    .hasMessageContaining("HUSTINGS_PORT_BASE=");
        }
        ports.requireFree(false);
    }

    @Test
    void ourOwnPostgresMayHoldItsPort() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket postgres = new ServerSocket(ports.postgres())) {
            assertThat(postgres.isBound()).isTrue();
            ports.requireFree(true);
            assertThatThrownBy(() -> ports.requireFree(false)).hasMessageContaining("PostgreSQL");
        }
    }
}
