package uk.hustings.polls.indicator.domain;

import java.time.LocalDate;
import uk.hustings.polls.poll.domain.Area;

/**
 * What tells one piece of evidence from another. Two that agree in all of this, unknowns included, are the same; what
 * two sources say of one matter are two pieces of evidence.
 *
 * @param particulars what tells it from others of its kind
 */
public record ItemKey(
        ItemKind kind, String label, String contest, Area area, LocalDate day, String source, String particulars) {}
