package uk.hustings.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URL;
import uk.hustings.gateway.routes.RouteConfig;
import uk.hustings.test.SigningKey;

/** One running gateway for all tests of this module. */
@QuarkusTestResource(SigningKey.class)
@QuarkusTestResource(ServicePorts.class)
public abstract class GatewayTest {

    @Inject
    protected RouteConfig services;

    @TestHTTPResource
    protected URL gateway;
}
