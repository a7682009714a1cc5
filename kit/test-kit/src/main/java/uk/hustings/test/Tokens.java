package uk.hustings.test;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Access tokens as Keycloak makes them, signed with a key of the test run, for tests of one service. */
public final class Tokens {

    static final String ISSUER = "https://tokens.test/realms/hustings";

    /** Test and test resource live in different class loaders; a system property reaches both. */
    private static final String KEY_PROPERTY = "hustings.test.signing-key";

    private final String user;
    private final List<String> realmRoles = new ArrayList<>();
    private final List<String> clientRoles = new ArrayList<>();
    private final List<String> localParties = new ArrayList<>();
    private String region;
    private String issuer = ISSUER;
    private String audience = "hustings-api";
    private Duration life = Duration.ofMinutes(30);

    private Tokens(String user) {
        this.user = user;
    }

    public static Tokens of(String user) {
        return new Tokens(user);
    }

    public static String nationalOrganiser() {
        return of("hq").role("national-organiser").sign();
    }

    public static String service() {
        return of("service-account").clientRole("service").sign();
    }

    /** A person of a local party, for example {@code member("canvasser", "exeter", "E14000698")}. */
    public static String member(String role, String localParty, String... seats) {
        Tokens token = of(role + "-of-" + localParty).role(role).localParty(localParty);
        for (String seat : seats) {
            token.clientRole("seat:" + seat);
        }
        return token.sign();
    }

    public Tokens role(String role) {
        realmRoles.add(role);
        return this;
    }

    public Tokens clientRole(String role) {
        clientRoles.add(role);
        return this;
    }

    public Tokens localParty(String id) {
        localParties.add(id);
        return this;
    }

    public Tokens region(String code) {
        region = code;
        return this;
    }

    /** As if another realm had made it. */
    public Tokens issuedBy(String issuer) {
        this.issuer = issuer;
        return this;
    }

    /** As if it were meant for another API. */
    public Tokens meantFor(String audience) {
        this.audience = audience;
        return this;
    }

    /** A life that ended an hour ago. */
    public Tokens expired() {
        return livingFor(Duration.ofHours(-1));
    }

    public Tokens livingFor(Duration life) {
        this.life = life;
        return this;
    }

    public String sign() {
        return claims().sign(signingKey());
    }

    /** The same claims with {@code alg: none} and no signature. */
    public String unsigned() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String signed = sign();
        return encoder.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + signed.substring(signed.indexOf('.'), signed.lastIndexOf('.') + 1);
    }

    private JwtClaimsBuilder claims() {
        JwtClaimsBuilder claims = Jwt.issuer(issuer)
                .subject(user)
                .audience(audience)
                .expiresAt(Instant.now().plus(life))
                .claim("preferred_username", user)
                .claim("realm_access", Map.of("roles", realmRoles))
                .claim("resource_access", Map.of("hustings-api", Map.of("roles", clientRoles)));
        if (!localParties.isEmpty()) {
            claims.claim("local_party", localParties);
        }
        if (region != null) {
            claims.claim("region", List.of(region));
        }
        return claims;
    }

    /** Makes the key of this run and gives its public half, as configuration wants it. */
    static String newSigningKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    KEY_PROPERTY,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey signingKey() {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(KEY_PROPERTY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
