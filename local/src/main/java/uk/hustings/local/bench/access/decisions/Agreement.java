package uk.hustings.local.bench.access.decisions;

import java.util.ArrayList;
import java.util.List;
import uk.hustings.access.AccessMatrix;

/**
 * What two who were asked the same said.
 *
 * @param asked questions
 * @param allowed of these, by our rules
 * @param apart of these, answered differently
 * @param examples the first few that were answered differently
 */
public record Agreement(int asked, int allowed, int apart, List<AccessQuestion> examples) {

    private static final int MOST_EXAMPLES = 5;

    /** Asks both. The same seed asks the same. */
    public static Agreement of(int questions, long seed) {
        Population population = new Population(seed);
        AccessQuestion.Maker maker =
                new AccessQuestion.Maker(population, AccessMatrix.load().permissions(), seed);
        CasbinPeer peer = new CasbinPeer(population);
        List<AccessQuestion> examples = new ArrayList<>();
        int allowed = 0;
        int apart = 0;
        try (OurRules ours = new OurRules(population)) {
            for (int number = 0; number < questions; number++) {
                AccessQuestion question = maker.next();
                boolean allows = ours.allows(question);
                allowed += allows ? 1 : 0;
                if (allows != peer.allows(question)) {
                    apart++;
                    if (examples.size() < MOST_EXAMPLES) {
                        examples.add(question);
                    }
                }
            }
        }
        return new Agreement(questions, allowed, apart, examples);
    }
}
