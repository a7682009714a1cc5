package uk.hustings.local.e2e;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens made out of good ones by somebody without the key. */
final class Forgery {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Forgery() {}

    /** The same claims under a header that says they need no signature. */
    static String unsigned(String token, String algorithm) {
        return header(algorithm) + "." + part(token, 1) + ".";
    }

    /** The organiser of a local party makes a national organiser of itself. */
    static String promoted(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(part(token, 1)), StandardCharsets.UTF_8);
        return part(token, 0) + "." + encode(claims.replace("local-organiser", "national-organiser")) + "."
                + part(token, 2);
    }

    static String withSignatureOf(String token, String other) {
        return part(token, 0) + "." + part(token, 1) + "." + part(other, 2);
    }

    /** Signed with what everybody may know, as if it were the secret of a symmetric algorithm. */
    static String signedWithThePublicKey(String token, String publicKey) {
        try {
            String pem = "-----BEGIN PUBLIC KEY-----\n" + publicKey + "\n-----END PUBLIC KEY-----";
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = header("HS256") + "." + part(token, 1);
            return signed + "." + ENCODER.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String header(String algorithm) {
        return encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
    }

    private static String encode(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String token, int index) {
        return token.split("\\.")[index];
    }
}
