package uk.hustings.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers whom a token was found to stand for, so that its signature is checked once and not at each request (ADR 0016).
 * What was taken away since the token was made is still asked for at each request, by {@link CallerAugmentor}.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    /** Longer than this, no token is believed for a signature that was checked once: its key may have been withdrawn. */
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    /** Tokens at a time; of more, those that are asked for least are verified again. */
    private static final int MOST = 2_000;

    private final OidcIdentityProvider verifier;
    private final Cache<String, SecurityIdentity> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AT_MOST).build();

    VerifiedTokens(OidcIdentityProvider verifier) {
        this.verifier = verifier;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Is asked before the one who verifies. */
    @Override
    public int priority() {
        return verifier.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        SecurityIdentity known = verified.getIfPresent(token);
        if (known != null && isAlive(known)) {
            return Uni.createFrom().item(known);
        }
        return verifier.authenticate(request, context)
                .map(VerifiedTokens::withoutRequest)
                .invoke(found -> verified.put(token, found));
    }

    /** What an identity is beside the request for which it was made: that would be held on to as long. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }

    private static boolean isAlive(SecurityIdentity known) {
        return known.getPrincipal() instanceof JsonWebToken token
                && Instant.now().getEpochSecond() < token.getExpirationTime();
    }
}
