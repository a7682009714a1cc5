package uk.hustings.polls.indicator.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Statement;

/** A piece of evidence in one line, with its figures as they were reported. */
public final class Summary {

    private Summary() {}

    public static String of(Entry entry) {
        return entry.poll() == null
                ? of(entry.item().item().finding())
                : of(entry.poll().poll());
    }

    private static String of(Poll poll) {
        return Stream.concat(
                        poll.questions().stream().map(Asked::shares).map(Summary::shares),
                        poll.statements().stream().map(Summary::of))
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String of(Finding finding) {
        if (finding instanceof Finding.Indicator indicator) {
            return listed(indicator.figures().stream().map(Summary::of));
        }
        if (finding instanceof Finding.RealVotes votes) {
            return headed(
                    Stream.of(votes.ward(), votes.council())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")),
                    of(votes.results(), votes.turnoutPct()));
        }
        if (finding instanceof Finding.BallotResult ballot) {
            return headed(ballot.electorate(), of(ballot.results(), ballot.turnoutPct()));
        }
        if (finding instanceof Finding.Switching switching) {
            return switching.moves().stream()
                    .map(moves -> "from " + headed(moves.from(), shares(moves.to())))
                    .collect(Collectors.joining("; "));
        }
        if (finding instanceof Finding.Reasons reasons) {
            return of(reasons.reasons());
        }
        return of(((Finding.Said) finding).statement());
    }

    private static String of(Figure figure) {
        String whom = figure.option() == null ? "" : figure.option() + " ";
        if (figure.unit().equals(Figure.PCT)) {
            return whom + percent(figure.value());
        }
        String whole = figure.outOf() == null ? "" : " of " + figure.outOf();
        return whom + figure.value() + whole + " " + figure.unit();
    }

    private static String of(List<Tally> results, BigDecimal turnoutPct) {
        String turnout = turnoutPct == null ? "" : "; turnout " + percent(turnoutPct);
        return listed(results.stream().map(Summary::of)) + turnout;
    }

    private static String of(Tally tally) {
        String votes = tally.votes() == null ? "" : " %d votes".formatted(tally.votes());
        return tally.option() + votes + (tally.pct() == null ? "" : " " + percent(tally.pct()));
    }

    private static String of(List<Reason> reasons) {
        return listed(IntStream.range(0, reasons.size()).mapToObj(i -> "%d. %s%s"
                .formatted(
                        i + 1,
                        reasons.get(i).text(),
                        reasons.get(i).pct() == null
                                ? ""
                                : " " + percent(reasons.get(i).pct()))));
    }

    private static String of(Statement statement) {
        String text = statement.text() == null ? Objects.toString(statement.option(), "") : statement.text();
        return statement.speaker() == null ? text : headed(statement.speaker(), text);
    }

    private static String shares(List<Share> shares) {
        return listed(shares.stream().map(share -> share.option() + " " + percent(share.pct())));
    }

    private static String headed(String head, String text) {
        return head.isEmpty() ? text : head + ": " + text;
    }

    private static String listed(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }

    private static String percent(BigDecimal pct) {
        return pct.toPlainString() + "%";
    }
}
