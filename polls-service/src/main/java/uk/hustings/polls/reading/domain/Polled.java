package uk.hustings.polls.reading.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Share;

/** One question of a recorded poll. */
public record Polled(RecordedPoll recorded, Asked asked) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    /** The questions of polls, in the order of the polls. */
    public static Stream<Polled> of(Collection<RecordedPoll> polls) {
        return polls.stream()
                .flatMap(recorded -> recorded.poll().questions().stream().map(asked -> new Polled(recorded, asked)));
    }

    /**
     * The first of each area, of polls with the newest first.
     *
     * @param newestFirst of one question
     */
    public static List<Polled> latestOfEachArea(List<Polled> newestFirst) {
        Set<Area> seen = new HashSet<>();
        List<Polled> latest = new ArrayList<>();
        for (Polled polled : newestFirst) {
            if (seen.add(polled.key().area())) {
                latest.add(polled);
            }
        }
        return latest;
    }

    public PollKey key() {
        return recorded.poll().key();
    }

    /** The last day of fieldwork that is known; null if none is. */
    public LocalDate day() {
        return key().day();
    }

    public boolean hasFigures() {
        return !asked.shares().isEmpty();
    }

    /**
     * The shares, read as asked for. Where answers do not exclude each other there is only the one reported basis.
     *
     * @return empty if they cannot be told: raw shares of a headline whose don't knows nobody reported
     */
    public Optional<List<Share>> shares(Figures figures) {
        if (figures == Figures.HEADLINE) {
            return Optional.of(asked.headline());
        }
        boolean asReported = figures == Figures.REPORTED
                || asked.basis() == Basis.RAW
                || !asked.question().answersExcludeEachOther();
        return asReported
                ? Optional.of(asked.shares())
                : apartPct().map(apart -> asked.shares().stream()
                        .map(share -> new Share(
                                share.option(),
                                share.pct().multiply(ALL.subtract(apart)).divide(ALL, DECIMALS, RoundingMode.HALF_UP)))
                        .toList());
    }

    /**
     * The same for a figure that is made of several polls.
     *
     * @throws Unanswerable COMPARABLE if the shares cannot be told as asked for
     */
    List<Share> sharesOrRefuse(Figures figures) {
        return shares(figures)
                .orElseThrow(() -> new Unanswerable(
                        Unanswerable.Lack.COMPARABLE,
                        "Some of these polls are headlines whose don't knows nobody reported: what they are of everybody"
                                + " asked is not known, and raw shares are not put together with headlines. Take"
                                + " figures=headline, or figures=reported for what was printed, whatever it is of."));
    }

    /** The lead of whoever is ahead in the headline shares; empty if nobody can be, or there is nobody to be ahead of. */
    public Optional<NamedLead> lead() {
        return asked.question().answersExcludeEachOther()
                ? NamedLead.ofTheFirst(asked.headline(), base(Figures.HEADLINE))
                : Optional.empty();
    }

    /** People whom the shares are shares of; null if that is not known. */
    Integer base(Figures figures) {
        Integer base = recorded.poll().baseOf(asked);
        boolean fewerNamedAnAnswer = base != null
                && figures == Figures.HEADLINE
                && asked.basis() == Basis.RAW
                && asked.question().answersExcludeEachOther();
        return fewerNamedAnAnswer ? named(base) : base;
    }

    private Integer named(int base) {
        return Math.max(
                1,
                ALL.subtract(apartPct().orElse(BigDecimal.ZERO))
                        .multiply(BigDecimal.valueOf(base))
                        .divide(ALL, 0, RoundingMode.HALF_UP)
                        .intValue());
    }

    private Optional<BigDecimal> apartPct() {
        return Stream.of(asked.dontKnowPct(), asked.wouldNotVotePct(), asked.refusedPct())
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add);
    }
}
