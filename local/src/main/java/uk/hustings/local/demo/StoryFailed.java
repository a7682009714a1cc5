package uk.hustings.local.demo;

/** The suite did not do what the story tells; the message says what was expected and what came. */
public final class StoryFailed extends RuntimeException {

    StoryFailed(String message) {
        super(message);
    }
}
