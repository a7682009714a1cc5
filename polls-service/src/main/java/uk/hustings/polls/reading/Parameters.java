package uk.hustings.polls.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.reading.domain.BaselineSwing.Pair;
import uk.hustings.polls.reading.domain.Figures;

/** Parameters that several readings share, as they are sent. */
final class Parameters {

    static final String FIGURES = "headline, unless given: shares of those who named an answer, which can be compared"
            + " between polls; raw: shares of everybody asked, refused where a headline's don't knows are not known;"
            + " reported: what was printed, whatever it is of";
    static final String LATEST_ONLY = "Whether only the latest poll of each area counts; false unless given";

    private static final Pattern OPTION = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._'-]{0,79}");
    private static final int PAIR = 2;

    private Parameters() {}

    /** Headline unless given. */
    static Figures figures(String text) {
        String code = QueryParameter.oneOf("figures", text, Codes.all(Figures.class));
        return code == null ? Figures.HEADLINE : Codes.read(Figures.class, code);
    }

    /** Party code, or whatever else could be answered; null if absent. */
    static String option(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String option = text.strip();
        if (!OPTION.matcher(option).matches()) {
            throw QueryParameter.refused(name, name + " must be a party code or another answer, in letters and digits");
        }
        return option;
    }

    /** Two different answers with a comma between them; null if absent. */
    static Pair pair(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        List<String> options = Arrays.stream(text.split(",", -1))
                .map(option -> QueryParameter.required(name, option(name, option)))
                .toList();
        if (options.size() != PAIR || options.get(0).equals(options.get(1))) {
            throw QueryParameter.refused(name, name + " must be two different answers with a comma between them");
        }
        return new Pair(options.get(0), options.get(1));
    }

    /** False if absent. */
    static boolean flag(String name, String text) {
        return Boolean.parseBoolean(QueryParameter.oneOf(name, lower(text), List.of("true", "false")));
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
