package uk.hustings.polls.indicator.domain;

import java.time.LocalDate;
import uk.hustings.polls.poll.domain.Area;

/**
 * A piece of evidence that is no poll, as somebody reported it.
 *
 * @param label what it is, in a few words; null where the finding says enough
 * @param contest what it is about: an election's id, or the code of another contest; null if none
 * @param area where it holds
 * @param day on which it held; null if the source does not say
 * @param source where it was taken from
 */
public record Item(String label, String contest, Area area, LocalDate day, String source, Finding finding) {

    public ItemKey key() {
        return new ItemKey(finding.kind(), label, contest, area, day, source, finding.particulars());
    }
}
