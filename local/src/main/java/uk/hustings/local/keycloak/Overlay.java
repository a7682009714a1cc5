package uk.hustings.local.keycloak;

/** What is laid over the base realm where it is not a real one. The base realm has no user and no password. */
public enum Overlay {
    /** The loader, a client that logs in by password, and the demo users; their password is no secret. */
    DEMO("demo.json"),

    /** What the end-to-end tests need besides: odd tokens and odd accounts. */
    TEST("test.json");

    private final String resource;

    Overlay(String resource) {
        this.resource = resource;
    }

    String resource() {
        return resource;
    }
}
