package uk.hustings.polls.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Figures;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.ReportedPoll;
import uk.hustings.polls.poll.domain.SeatPollKey;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.SharesSum;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Polls as a CSV file tells them: one a row, one column {@code <option>Pct} for each answer. */
final class SheetOfPolls {

    private static final List<String> COLUMNS = List.of(
            "pollster",
            "client",
            "population",
            "question",
            "seatCode",
            "fieldworkStart",
            "fieldworkEnd",
            "visibility",
            "sampleSize");

    private static final String DONT_KNOW = "dontKnowPct";
    private static final String PCT = "Pct";
    private static final Pattern SHARE_COLUMN = Pattern.compile("[a-z][A-Za-z0-9]{0,39}Pct");

    /** Where a fault of the sum is told; no column has this name. */
    private static final String ALL_SHARES = "shares";

    private static final int LONGEST_NAME = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final SeatBook seats;
    private final String boundarySet;
    private final LocalDate today;
    private final List<String> shareColumns;
    private final boolean withDontKnows;
    private final List<String> warnings = new ArrayList<>();

    private SheetOfPolls(SeatBook seats, String boundarySet, LocalDate today, List<String> header) {
        this.seats = seats;
        this.boundarySet = boundarySet;
        this.today = today;
        this.shareColumns = header.stream()
                .filter(column -> !COLUMNS.contains(column) && !column.equals(DONT_KNOW))
                .toList();
        this.withDontKnows = header.contains(DONT_KNOW);
    }

    /** What a file holds. */
    record Content(List<Line> lines, List<String> warnings) {}

    /** @param number line of the file, the header being 1 */
    record Line(int number, ReportedPoll poll) {}

    /**
     * Reads a file.
     *
     * @param boundarySet of the seats that polls may be of
     * @param today real day: no fieldwork ends after it
     * @throws Problem BROKEN_BODY if this is no such file; INVALID_INPUT or, if nothing else is wrong, SHARES_OFF_SUM
     *     naming every row at fault
     */
    static Content read(String csv, SeatBook seats, String boundarySet, LocalDate today) {
        Sheet sheet =
                Sheet.read(csv, COLUMNS, column -> SHARE_COLUMN.matcher(column).matches());
        SheetOfPolls polls = new SheetOfPolls(seats, boundarySet, today, sheet.header());
        try {
            List<Line> lines = sheet.rows(polls::line);
            refuseTheSameTwice(lines);
            return new Content(lines, polls.warnings);
        } catch (Problem faults) {
            throw offSumAlone(faults)
                    ? ProblemType.SHARES_OFF_SUM.because(faults.getMessage()).withErrors(faults.errors())
                    : faults;
        }
    }

    private Line line(Sheet.Row row) {
        SeatPollKey key = new SeatPollKey(
                name(row, "pollster"),
                name(row, "client"),
                required(row, "population", Population.class),
                required(row, "question", Question.class),
                seat(row),
                row.date("fieldworkStart"),
                fieldworkEnd(row));
        Visibility visibility = code(row, "visibility", Visibility.class);
        Figures figures = figures(row);
        if (key.fieldworkStart() != null
                && key.fieldworkEnd() != null
                && key.fieldworkEnd().isBefore(key.fieldworkStart())) {
            row.fault(
                    "fieldworkEnd",
                    "must not be before fieldworkStart %s, was %s".formatted(key.fieldworkStart(), key.fieldworkEnd()));
        }
        if (key.question() != null && figures != null) {
            addUp(row, key.question(), figures);
        }
        return new Line(row.line(), new ReportedPoll(key, Visibility.unlessSaid(visibility), sampleSize(row), figures));
    }

    private static String name(Sheet.Row row, String column) {
        return row.parsed(
                column, "text of at most %d characters without control characters".formatted(LONGEST_NAME), text -> {
                    if (text.length() > LONGEST_NAME || CONTROL.matcher(text).find()) {
                        throw new IllegalArgumentException(column);
                    }
                    return text;
                });
    }

    private static <K extends Enum<K>> K required(Sheet.Row row, String column, Class<K> kinds) {
        return row.requiredText(column) == null ? null : code(row, column, kinds);
    }

    private static <K extends Enum<K>> K code(Sheet.Row row, String column, Class<K> kinds) {
        return row.parsed(column, "one of " + Codes.all(kinds), text -> Codes.read(kinds, text));
    }

    private SeatCode seat(Sheet.Row row) {
        if (row.requiredText("seatCode") == null) {
            return null;
        }
        SeatCode code = row.parsed("seatCode", "a capital letter and eight digits", SeatCode::fromString);
        if (code != null && seats.find(boundarySet, code).isEmpty()) {
            row.fault("seatCode", "names no seat that we know, was \"%s\"".formatted(code));
        }
        return code;
    }

    private LocalDate fieldworkEnd(Sheet.Row row) {
        LocalDate end = row.date("fieldworkEnd");
        if (end != null && end.isAfter(today)) {
            row.fault("fieldworkEnd", "must not be after today %s, was %s".formatted(today, end));
        }
        return end;
    }

    private static Integer sampleSize(Sheet.Row row) {
        Integer people = row.wholeNumber("sampleSize");
        if (people != null && people < 1) {
            row.fault("sampleSize", "must be 1 or more, was " + people);
        }
        return people;
    }

    /** Null if one of them cannot be read. */
    private Figures figures(Sheet.Row row) {
        List<Share> shares = new ArrayList<>();
        boolean readable = true;
        for (String column : shareColumns) {
            BigDecimal pct = pct(row, column);
            if (pct != null) {
                shares.add(new Share(column.substring(0, column.length() - PCT.length()), pct));
            }
            readable &= pct != null || row.text(column) == null;
        }
        BigDecimal dontKnowPct = withDontKnows ? pct(row, DONT_KNOW) : null;
        readable &= !withDontKnows || dontKnowPct != null || row.text(DONT_KNOW) == null;
        return readable ? new Figures(shares, dontKnowPct) : null;
    }

    private static BigDecimal pct(Sheet.Row row, String column) {
        return row.parsed(column, Share.RANGE, Share::readPct);
    }

    private void addUp(Sheet.Row row, Question question, Figures figures) {
        SharesSum sum = SharesSum.of(new uk.hustings.polls.poll.domain.Asked(
                question,
                uk.hustings.polls.poll.domain.Basis.RAW,
                figures.shares(),
                figures.dontKnowPct(),
                null,
                null,
                null,
                null));
        if (sum instanceof SharesSum.Off off) {
            row.fault(ALL_SHARES, "must add up to 98 to 102, was " + off.sumPct());
        } else if (sum instanceof SharesSum.Rounded rounded) {
            warnings.add("Line %d: shares add up to %s".formatted(row.line(), rounded.sumPct()));
        }
    }

    private static void refuseTheSameTwice(List<Line> lines) {
        Map<SeatPollKey, Integer> first = new HashMap<>();
        List<FieldError> faults = new ArrayList<>();
        for (Line line : lines) {
            Integer before = first.putIfAbsent(line.poll().key(), line.number());
            if (before != null) {
                faults.add(FieldError.inRow(line.number(), "pollster", "is the same poll as in line " + before));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemType.INVALID_INPUT
                    .because("Polls stand in the file twice; nothing was written.")
                    .withErrors(faults);
        }
    }

    private static boolean offSumAlone(Problem faults) {
        return !faults.errors().isEmpty()
                && faults.errors().stream().allMatch(fault -> fault.pointer().equals("/" + ALL_SHARES));
    }
}
