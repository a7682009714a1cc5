package uk.hustings.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the token once and puts the {@link Caller} beside it, without what was taken away since the token was made. */
@ApplicationScoped
public class CallerAugmentor implements SecurityIdentityAugmentor {

    private static final String CALLER = Caller.class.getName();

    private final Instance<AccessRules> rules;

    CallerAugmentor(Instance<AccessRules> rules) {
        this.rules = rules;
    }

    /** The caller of this request; nobody if there is no token. */
    public static Caller callerOf(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(CALLER);
        return caller == null ? Caller.NOBODY : caller;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        String name = token.getClaim("preferred_username");
        List<String> regions = texts(token, "region");
        Caller caller = Caller.of(
                token.getSubject(),
                name == null ? token.getSubject() : name,
                identity.getRoles(),
                texts(token, "local_party"),
                regions.size() == 1 ? regions.get(0) : null);
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(CALLER, rules.isResolvable() ? rules.get().present(caller) : caller)
                        .build());
    }

    /** A claim may come as a text or as a list of texts. */
    private static List<String> texts(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .distinct()
                    .toList();
        }
        if (value instanceof JsonString text) {
            return List.of(text.getString());
        }
        return value instanceof String text ? List.of(text) : List.of();
    }
}
