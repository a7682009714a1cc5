package uk.hustings.campaign.contact.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was found when an elector was asked whom they will vote for, or that nobody could be asked. */
public enum CanvassCode {
    FIRM,
    SOFT,
    AGAINST,
    DONT_KNOW,
    REFUSED,
    MOVED,
    DECEASED,
    NOT_HOME;

    /** Codes of people who were spoken to: each is a contact. */
    public static final Set<CanvassCode> OF_CONTACTS = EnumSet.of(FIRM, SOFT, AGAINST, DONT_KNOW, REFUSED);

    /** Codes of attempts that reached nobody. */
    public static final Set<CanvassCode> OF_OTHERS = EnumSet.of(MOVED, DECEASED, NOT_HOME);

    /** As the field writes it, for example {@code dont-know}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name of the JSON field and of the CSV column, for example {@code dontKnow}. */
    public String field() {
        String code = code();
        int hyphen = code.indexOf('-');
        return hyphen < 0
                ? code
                : code.substring(0, hyphen)
                        + Character.toUpperCase(code.charAt(hyphen + 1))
                        + code.substring(hyphen + 2);
    }

    /** The codes of a set in words, for example {@code firm, soft and against}. */
    static String inWords(Set<CanvassCode> codes) {
        List<String> words = Arrays.stream(values())
                .filter(codes::contains)
                .map(CanvassCode::code)
                .toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
