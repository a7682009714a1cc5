package uk.hustings.polls.reading.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.hustings.polls.poll.domain.Lead;
import uk.hustings.polls.poll.domain.Question;

/**
 * Which parties the people of an area remember hearing from, by one poll.
 *
 * @param rates as reported; one voter may remember several parties
 * @param lead of the party that is remembered most; null with fewer than two parties
 */
public record ContactRecall(Polled polled, List<Rate> rates, Lead lead) {

    /**
     * How many remember one party.
     *
     * @param samplingSdPts standard deviation by sampling alone; null if the base is not known
     */
    public record Rate(String party, double pct, Double samplingSdPts) {}

    /**
     * Many areas together.
     *
     * @param rates by party, over the areas whose poll gives the party
     * @param compared areas whose poll gives two parties or more
     * @param ties of those
     * @param leads of those, by the party that is remembered most
     */
    public record Summary(Map<String, Spread> rates, int compared, int ties, Map<String, Integer> leads) {}

    /** Empty for any other question, or without figures. */
    public static Optional<ContactRecall> of(Polled polled) {
        if (polled.asked().question() != Question.CONTACT_RECALL || !polled.hasFigures()) {
            return Optional.empty();
        }
        Integer base = polled.base(Figures.HEADLINE);
        return Optional.of(new ContactRecall(
                polled,
                polled.asked().shares().stream()
                        .map(share ->
                                new Rate(share.option(), share.pct().doubleValue(), Sampling.ofShare(share, base)))
                        .toList(),
                Lead.of(polled.asked().shares()).orElse(null)));
    }

    /** @throws Unanswerable COMPARABLE if the polls are of different things */
    public static Summary summary(List<ContactRecall> areas) {
        Alike.require(areas.stream().map(ContactRecall::polled).toList());
        Spreads rates = new Spreads();
        areas.forEach(area -> area.rates.forEach(rate -> rates.add(rate.party, rate.pct)));
        List<Lead> leads = areas.stream()
                .flatMap(area -> Optional.ofNullable(area.lead).stream())
                .toList();
        Map<String, Integer> led = new TreeMap<>();
        leads.stream()
                .flatMap(lead -> Optional.ofNullable(lead.option()).stream())
                .forEach(party -> led.merge(party, 1, Integer::sum));
        int ties =
                leads.size() - led.values().stream().mapToInt(Integer::intValue).sum();
        return new Summary(rates.byOption(), leads.size(), ties, led);
    }
}
