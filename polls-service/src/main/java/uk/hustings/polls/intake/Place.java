package uk.hustings.polls.intake;

import java.util.Set;
import uk.hustings.api.problem.FieldError;

/** Where in what was sent an item lies. */
interface Place {

    /**
     * A fault of the item.
     *
     * @param field as the CSV names its column
     */
    FieldError fault(String field, String detail);

    /** In words, for example {@code line 2}. */
    String name();

    /** A row of a CSV file, the header being line 1. */
    record Line(int number) implements Place {

        @Override
        public FieldError fault(String field, String detail) {
            return FieldError.inRow(number, field, detail);
        }

        @Override
        public String name() {
            return "line " + number;
        }
    }

    /**
     * A question of a JSON body.
     *
     * @param question 0 for the first; of a poll without questions, too
     */
    record Pointer(int poll, int question) implements Place {

        private static final String PCT = "Pct";
        private static final Set<String> OF_THE_QUESTION = Set.of(
                "question", "basis", "dontKnowPct", "wouldNotVotePct", "refusedPct", "unweightedBase", "weightedBase");

        @Override
        public FieldError fault(String field, String detail) {
            if (OF_THE_QUESTION.contains(field)) {
                return FieldError.at(name() + "/" + field, detail);
            }
            if (field.endsWith(PCT)) {
                String option = field.substring(0, field.length() - PCT.length());
                return FieldError.at(name() + "/sharesPct", option + " " + detail);
            }
            return FieldError.at(
                    "/polls/%d/%s".formatted(poll, field.equals("pollWeightedBase") ? "weightedBase" : field), detail);
        }

        @Override
        public String name() {
            return "/polls/%d/questions/%d".formatted(poll, question);
        }
    }
}
