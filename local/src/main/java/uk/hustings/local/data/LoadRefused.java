package uk.hustings.local.data;

/** The suite did not accept something; the message says what, why and which rows. Nothing after it was sent. */
public final class LoadRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoadRefused(String message) {
        super(message);
    }

    LoadRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
