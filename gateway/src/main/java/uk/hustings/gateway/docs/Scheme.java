package uk.hustings.gateway.docs;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** How one gets a token, as the document tells it. */
final class Scheme {

    private static final String LOGIN = "login";
    private static final String BEARER = "bearer";

    static final List<String> NAMES = List.of(LOGIN, BEARER);

    private Scheme() {}

    /** @param issuer the realm, as callers reach it */
    static void addTo(OpenAPI document, URI issuer) {
        String endpoints = issuer + "/protocol/openid-connect";
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        LOGIN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .description("People log in at Keycloak; scripts use client credentials.")
                                .flows(OASFactory.createOAuthFlows()
                                        .authorizationCode(OASFactory.createOAuthFlow()
                                                .authorizationUrl(endpoints + "/auth")
                                                .tokenUrl(endpoints + "/token")
                                                .scopes(Map.of()))
                                        .clientCredentials(OASFactory.createOAuthFlow()
                                                .tokenUrl(endpoints + "/token")
                                                .scopes(Map.of()))))
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the realm, valid for 5 minutes."));
        // Nothing, or one of them: what is public needs no token, and an operation that needs one says so itself.
        document.addSecurityRequirement(OASFactory.createSecurityRequirement());
        for (String name : NAMES) {
            SecurityRequirement requirement = OASFactory.createSecurityRequirement();
            document.addSecurityRequirement(requirement.addScheme(name));
        }
    }
}
