package uk.hustings.polls.intake;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.Problem;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.domain.SeatBook;
import uk.hustings.polls.stated.Scrutiny;
import uk.hustings.polls.stated.StatedPoll;
import uk.hustings.polls.stated.StatedQuestion;
import uk.hustings.polls.stated.StatedShare;
import uk.hustings.polls.stated.StatedStatement;
import uk.hustings.polls.stated.StatedVisibility;

/** Polls as a CSV file tells them: a row for each question, one column {@code <option>Pct} for each answer. */
final class SheetOfPolls {

    private static final List<String> REQUIRED = List.of(
            "pollster",
            "client",
            "population",
            "question",
            "fieldworkStart",
            "fieldworkEnd",
            "visibility",
            "sampleSize");

    private static final Set<String> BESIDE_THE_ANSWERS = Set.of("dontKnowPct", "wouldNotVotePct", "refusedPct");

    private static final Set<String> OPTIONAL = Set.of(
            "kind",
            "clientInterest",
            "bpcMember",
            "mode",
            "geography",
            "seatCode",
            "boundarySet",
            "regionCode",
            "embargoedUntil",
            "pollWeightedBase",
            "weighting",
            "tablesUrl",
            "source",
            "contest",
            "basis",
            "unweightedBase",
            "weightedBase",
            "speaker",
            "statement",
            "statementOption");

    private static final String PCT = "Pct";
    private static final Pattern SHARE_COLUMN = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}Pct");

    /** Where a fault of the sum is told; no column has this name. */
    private static final String ALL_SHARES = "shares";

    /** Columns of what lies elsewhere, or is called otherwise, in a stated poll. */
    private static final Map<String, String> COLUMNS = Map.of(
            "/weightedBase", "pollWeightedBase",
            "/questions", "question",
            "/questions/0/sharesPct", ALL_SHARES,
            "/statements/0/speaker", "speaker",
            "/statements/0/text", "statement",
            "/statements/0/option", "statementOption");

    private static final String OF_THE_QUESTION = "/questions/0/";
    private static final String OF_A_SHARE = "/questions/0/sharesPct/";

    private final SeatBook seats;
    private final LocalDate today;
    private final Set<String> header;
    private final List<String> shareColumns;
    private final Warnings warnings = new Warnings();

    private SheetOfPolls(SeatBook seats, LocalDate today, List<String> header) {
        this.seats = seats;
        this.today = today;
        this.header = Set.copyOf(header);
        this.shareColumns = header.stream()
                .filter(column -> SHARE_COLUMN.matcher(column).matches())
                .filter(column -> !BESIDE_THE_ANSWERS.contains(column))
                .toList();
    }

    /**
     * Reads a file.
     *
     * @param today real day: no fieldwork ends after it
     * @throws Problem BROKEN_BODY or BODY_TOO_LARGE if this is no such file; INVALID_INPUT or, if nothing else is wrong,
     *     SHARES_OFF_SUM naming every row at fault
     */
    static Batch read(InputStream csv, SeatBook seats, LocalDate today, int mostRows) {
        Sheet sheet = Sheet.read(
                csv,
                REQUIRED,
                column -> OPTIONAL.contains(column)
                        || SHARE_COLUMN.matcher(column).matches(),
                mostRows);
        SheetOfPolls polls = new SheetOfPolls(seats, today, sheet.header());
        return OffSum.named("/" + ALL_SHARES, () -> Batch.of(sheet.rows(polls::item), polls.warnings.told()));
    }

    private Item item(Sheet.Row row) {
        Cells cells = new Cells(row);
        StatedPoll stated = stated(cells);
        Visibility visibility = StatedVisibility.read(stated.visibility(), stated.embargoedUntil(), cells::fault);
        Scrutiny scrutiny = Scrutiny.of(stated, seats, today);
        scrutiny.faults().forEach(fault -> cells.fault(column(fault.pointer()), fault.detail()));
        scrutiny.warnings().forEach(warning -> warnings.add("Line %d: %s".formatted(row.line(), warning.detail())));
        return new Item(new Place.Line(row.line()), scrutiny.poll(), visibility, stated.embargoedUntil());
    }

    private StatedPoll stated(Cells cells) {
        return new StatedPoll(
                cells.text("kind"),
                cells.text("pollster"),
                cells.text("client"),
                cells.text("clientInterest"),
                cells.read("bpcMember", "true or false", SheetOfPolls::yesOrNo),
                cells.text("mode"),
                cells.text("population"),
                cells.text("geography"),
                cells.text("seatCode"),
                cells.text("boundarySet"),
                cells.text("regionCode"),
                cells.read("fieldworkStart", "a date (YYYY-MM-DD)", LocalDate::parse),
                cells.read("fieldworkEnd", "a date (YYYY-MM-DD)", LocalDate::parse),
                cells.count("sampleSize"),
                cells.count("pollWeightedBase"),
                cells.text("weighting"),
                cells.text("tablesUrl"),
                cells.text("source"),
                cells.text("contest"),
                question(cells),
                statement(cells),
                cells.text("visibility"),
                cells.read("embargoedUntil", "an instant (2015-04-20T21:00:00Z)", Instant::parse));
    }

    private List<StatedQuestion> question(Cells cells) {
        List<StatedShare> shares = new ArrayList<>();
        for (String column : shareColumns) {
            BigDecimal pct = cells.pct(column);
            if (pct != null) {
                shares.add(new StatedShare(column.substring(0, column.length() - PCT.length()), pct));
            }
        }
        StatedQuestion asked = new StatedQuestion(
                cells.text("question"),
                cells.text("basis"),
                shares,
                cells.pct("dontKnowPct"),
                cells.pct("wouldNotVotePct"),
                cells.pct("refusedPct"),
                cells.count("unweightedBase"),
                cells.count("weightedBase"));
        boolean nothingAsked = shares.isEmpty()
                && Stream.of(
                                asked.question(),
                                asked.basis(),
                                asked.dontKnowPct(),
                                asked.wouldNotVotePct(),
                                asked.refusedPct(),
                                asked.unweightedBase(),
                                asked.weightedBase())
                        .allMatch(cell -> cell == null);
        return nothingAsked ? List.of() : List.of(asked);
    }

    private static List<StatedStatement> statement(Cells cells) {
        StatedStatement said =
                new StatedStatement(cells.text("speaker"), cells.text("statement"), cells.text("statementOption"));
        return said.speaker() == null && said.text() == null && said.option() == null ? List.of() : List.of(said);
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** The column that a place of a stated poll was read from. */
    private String column(String pointer) {
        String known = COLUMNS.get(pointer);
        if (known != null) {
            return known;
        }
        if (pointer.startsWith(OF_A_SHARE)) {
            return ALL_SHARES;
        }
        return pointer.startsWith(OF_THE_QUESTION) ? pointer.substring(OF_THE_QUESTION.length()) : pointer.substring(1);
    }

    /** The cells of a row; one that could not be read is not found fault with again. */
    private final class Cells {

        private final Sheet.Row row;
        private final Set<String> unreadable = new HashSet<>();

        Cells(Sheet.Row row) {
            this.row = row;
        }

        /** Null if the cell is empty or there is no such column. */
        String text(String column) {
            return header.contains(column) ? row.text(column) : null;
        }

        <V> V read(String column, String expected, Function<String, V> parser) {
            if (!header.contains(column)) {
                return null;
            }
            V value = row.parsed(column, expected, parser);
            if (value == null && row.text(column) != null) {
                unreadable.add(column);
            }
            return value;
        }

        Integer count(String column) {
            return read(column, "a whole number", Integer::valueOf);
        }

        BigDecimal pct(String column) {
            BigDecimal pct = read(column, Share.RANGE, Share::readPct);
            if (unreadable.contains(column)) {
                unreadable.add(ALL_SHARES);
            }
            return pct;
        }

        void fault(String column, String detail) {
            if (!unreadable.contains(column)) {
                row.fault(column, detail);
            }
        }
    }
}
