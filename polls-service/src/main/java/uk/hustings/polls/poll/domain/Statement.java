package uk.hustings.polls.poll.domain;

/**
 * What somebody said of a poll without figures, for example "neck and neck".
 *
 * @param speaker null if unknown
 * @param text in the speaker's words; null if only the sense was reported
 * @param option party code or other answer that is said to lead, or {@value #TIE}; null if nobody is
 */
public record Statement(String speaker, String text, String option) {

    /** Said of answers that are level. */
    public static final String TIE = "tie";
}
