package uk.hustings.local.bench.access.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;

/**
 * May this person do this in this seat?
 *
 * @param fresh whether the replica that is asked has heard of the locks lately
 */
public record AccessQuestion(Caller caller, String permission, SeatCode seat, boolean fresh) {

    /** Makes questions, most of them about seats that concern the person: of a seat far away little can be said but no. */
    public static final class Maker {

        private final Population population;
        private final List<String> permissions;
        private final Random random;

        public Maker(Population population, Collection<String> permissions, long seed) {
            this.population = population;
            this.permissions = List.copyOf(new TreeSet<>(permissions));
            this.random = new Random(seed);
        }

        public AccessQuestion next() {
            Caller caller = any(population.people());
            return new AccessQuestion(caller, any(permissions), seatFor(caller), random.nextInt(10) > 0);
        }

        public AccessQuestion[] next(int count) {
            AccessQuestion[] questions = new AccessQuestion[count];
            for (int number = 0; number < count; number++) {
                questions[number] = next();
            }
            return questions;
        }

        private SeatCode seatFor(Caller caller) {
            List<SeatCode> known = new ArrayList<>(new TreeSet<>(caller.seats()));
            known.addAll(new TreeSet<>(caller.twins()));
            caller.localParty().ifPresent(party -> population.seats().stream()
                    .filter(seat -> population.owns(party, seat))
                    .forEach(known::add));
            return known.isEmpty() || random.nextInt(3) == 0 ? any(population.seats()) : any(known);
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
