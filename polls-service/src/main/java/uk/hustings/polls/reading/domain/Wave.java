package uk.hustings.polls.reading.domain;

import java.util.List;
import java.util.Optional;
import uk.hustings.polls.poll.domain.Share;

/**
 * One poll of a series and what has changed since the one before.
 *
 * @param previous null for the first
 * @param shares as asked for; none if they cannot be told so
 * @param changes of the answers that both waves give; none for the first
 * @param lead of the answer that was asked about; null if it, or every other, has no figure
 * @param leadChange null for the first, or if either wave has no such lead
 */
public record Wave(
        Polled polled, Wave previous, List<Share> shares, List<Change> changes, NamedLead lead, Change leadChange) {

    /** @param leading whose lead is told; null for nobody's */
    static Wave after(Wave previous, Polled polled, String leading, Figures figures) {
        List<Share> shares = polled.shares(figures).orElse(List.of());
        Integer base = polled.base(figures);
        NamedLead lead = leading == null || !polled.asked().question().answersExcludeEachOther()
                ? null
                : NamedLead.of(leading, shares, base).orElse(null);
        List<Change> changes = previous == null
                ? List.of()
                : Change.between(previous.shares, previous.polled.base(figures), shares, base);
        Change leadChange = lead == null
                ? null
                : Optional.ofNullable(previous).map(Wave::lead).map(lead::since).orElse(null);
        return new Wave(polled, previous, shares, changes, lead, leadChange);
    }
}
