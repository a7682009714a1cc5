package uk.hustings.gateway.edge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerKeyTest {

    @Test
    void anAccountIsNoAddress() {
        assertThat(CallerKey.ofAccount("192.0.2.1")).isNotEqualTo(CallerKey.ofAddress("192.0.2.1"));
    }

    @Test
    void addressesOfIpv4AreToldApart() {
        assertThat(CallerKey.ofAddress("192.0.2.1")).isNotEqualTo(CallerKey.ofAddress("192.0.2.2"));
    }

    @Test
    void aNetworkOfIpv6IsOneCaller() {
        assertThat(CallerKey.ofAddress("2001:db8:0:1:0:0:0:1"))
                .isEqualTo(CallerKey.ofAddress("2001:db8:0:1:ffff:0:0:2"))
                .isNotEqualTo(CallerKey.ofAddress("2001:db8:0:2:0:0:0:1"));
        assertThat(CallerKey.ofAddress("::1")).isNotEqualTo(CallerKey.ofAddress("::2"));
    }
}
