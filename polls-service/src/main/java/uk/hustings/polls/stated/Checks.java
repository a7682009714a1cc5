package uk.hustings.polls.stated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import uk.hustings.api.text.domain.Characters;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.stated.Scrutiny.Fault;

/** What is asked of single fields; collects every fault. A value at fault is given back as null. */
final class Checks {

    private static final Pattern OPTION = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[!-~]+");
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }

    /** The text without outer blanks; null for one that has nothing else. */
    String text(String pointer, String text, int longest) {
        String stripped = Characters.stripped(text);
        if (stripped == null) {
            return null;
        }
        if (Characters.count(stripped) > longest || !Characters.isPlain(stripped)) {
            fault(
                    pointer,
                    "must be text of at most %d characters without control characters or line breaks"
                            .formatted(longest));
            return null;
        }
        return stripped;
    }

    /** A text that must not be absent. */
    String required(String pointer, String text, int longest) {
        if (Characters.isBlank(text)) {
            fault(pointer, "must not be empty");
            return null;
        }
        return text(pointer, text, longest);
    }

    String webAddress(String pointer, String text, int longest) {
        String address = text(pointer, text, longest);
        if (address != null && !WEB_ADDRESS.matcher(address).matches()) {
            fault(pointer, "must be an address that begins with http:// or https://, was \"%s\"".formatted(address));
            return null;
        }
        return address;
    }

    /** A code that may be absent. */
    <K extends Enum<K>> K code(String pointer, String text, Class<K> kinds) {
        String code = text == null || text.isBlank() ? null : text.strip();
        if (code == null) {
            return null;
        }
        if (!Codes.all(kinds).contains(code)) {
            fault(pointer, "must be one of %s, was \"%s\"".formatted(Codes.all(kinds), shortened(code)));
            return null;
        }
        return Codes.read(kinds, code);
    }

    <K extends Enum<K>> K requiredCode(String pointer, String text, Class<K> kinds) {
        if (text == null || text.isBlank()) {
            fault(pointer, "must not be empty");
            return null;
        }
        return code(pointer, text, kinds);
    }

    Integer people(String pointer, Integer count) {
        if (count != null && count < 1) {
            fault(pointer, "must be 1 or more, was " + count);
            return null;
        }
        return count;
    }

    /** @param today real day: nobody was asked after it */
    LocalDate day(String pointer, LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            fault(pointer, "must not be after today %s, was %s".formatted(today, day));
            return null;
        }
        if (day != null && day.isBefore(FIRST_DAY)) {
            fault(pointer, "must be %s or later, was %s".formatted(FIRST_DAY, day));
            return null;
        }
        return day;
    }

    /** The code of a contest; may be absent. */
    String contest(String pointer, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String code = text.strip();
        if (!PollDetails.isContest(code)) {
            fault(pointer, "must be " + PollDetails.CONTEST);
            return null;
        }
        return code;
    }

    /** Percentage points that may be absent. */
    BigDecimal pct(String pointer, BigDecimal pct) {
        if (pct == null) {
            return null;
        }
        try {
            return Share.withinRange(pct);
        } catch (IllegalArgumentException outOfRange) {
            // Not told what it was: 1e999999999 written out would have a billion digits.
            fault(pointer, "must be " + Share.RANGE);
            return null;
        }
    }

    /** The code of an answer; null if it is none. */
    String option(String pointer, String text) {
        if (text == null || !OPTION.matcher(text).matches() || Scrutiny.BESIDE_THE_ANSWERS.contains(text)) {
            fault(
                    pointer,
                    "must be a small letter and up to 39 letters, digits or hyphens, and none of %s%s"
                            .formatted(
                                    Scrutiny.BESIDE_THE_ANSWERS,
                                    text == null ? "" : ", was \"" + shortened(text) + '"'));
            return null;
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() > 50 ? text.substring(0, 50) + "…" : text;
    }
}
