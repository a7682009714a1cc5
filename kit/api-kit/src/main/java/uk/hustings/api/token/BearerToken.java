package uk.hustings.api.token;

import java.util.regex.Pattern;

/** The form of an {@code Authorization} header that can hold an access token of ours. */
public final class BearerToken {

    /** A signed JWT in its compact form: three segments of base64url, none of them empty. */
    private static final Pattern HEADER = Pattern.compile("(?i:Bearer) [\\w-]++\\.[\\w-]++\\.[\\w-]++");

    private BearerToken() {}

    /**
     * Whether the header is worth checking. Everything else is refused before a library reads it: quarkus-oidc fails with an
     * exception of its own on a token of dots.
     *
     * @param authorization the header's value; null if there is none
     */
    public static boolean isWellFormed(String authorization) {
        return authorization != null && HEADER.matcher(authorization).matches();
    }
}
