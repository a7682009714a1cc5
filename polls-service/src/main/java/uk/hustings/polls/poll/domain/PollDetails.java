package uk.hustings.polls.poll.domain;

import java.util.regex.Pattern;

/**
 * How a poll was made, as far as that is known.
 *
 * @param clientInterest null if unknown
 * @param bpcMember whether the pollster is a member of the British Polling Council; null if unknown
 * @param mode for example {@code phone} or {@code online}; null if unknown
 * @param sampleSize people asked, unweighted, 1 or more; null if unknown
 * @param weightedBase people after weighting, 1 or more; null if unknown
 * @param weighting notes; null if unknown
 * @param tablesUrl where the tables are; null if unknown
 * @param source where the figures were taken from; null if unknown
 * @param contest what it was taken for, where it says so: an election's id or the code of another contest
 */
public record PollDetails(
        ClientInterest clientInterest,
        Boolean bpcMember,
        String mode,
        Integer sampleSize,
        Integer weightedBase,
        String weighting,
        String tablesUrl,
        String source,
        String contest) {

    /** What the code of a contest must be, in words. */
    public static final String CONTEST = "a small letter and up to 59 letters, digits or hyphens";

    private static final Pattern CONTEST_CODE = Pattern.compile("[a-z][A-Za-z0-9-]{0,59}");

    public static final PollDetails UNKNOWN = new PollDetails(null, null, null, null, null, null, null, null, null);

    /** Whether this can be the code of a contest: {@value #CONTEST}. */
    public static boolean isContest(String code) {
        return CONTEST_CODE.matcher(code).matches();
    }
}
