package uk.hustings.seats.election;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.FieldError;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.seats.election.domain.Declaration.Candidate;
import uk.hustings.seats.election.domain.Declaration.Count;
import uk.hustings.seats.election.domain.Fault;

/**
 * Elections as a CSV file brings them: a row for each candidate, which repeats what it says of the contest and of the
 * election.
 */
final class ElectionSheet {

    static final List<String> REQUIRED = List.of(
            "electionId",
            "electionName",
            "kind",
            "electionDay",
            "boundarySet",
            "seatCode",
            "electorate",
            "validVotes",
            "invalidVotes",
            "party",
            "partyName",
            "candidate",
            "votes");

    static final Set<String> OPTIONAL = Set.of("pollingDay", "elected", "basis", "source", "writDay");

    private static final Pattern CONTEST = Pattern.compile("/contests/(\\d+)(?:/(\\w+))?");
    private static final Pattern CANDIDATE = Pattern.compile("/contests/(\\d+)/candidates/(\\d+)(?:/(\\w+))?");

    /** What an election's pointers are called in the file, where the names differ. */
    private static final Map<String, String> COLUMNS_OF_ELECTION =
            Map.of("name", "electionName", "pollingDay", "electionDay");

    private record Head(
            String electionId,
            String name,
            String kind,
            LocalDate pollingDay,
            String boundarySet,
            String basis,
            String source,
            LocalDate writDay) {}

    private record Tally(
            String seatCode, LocalDate pollingDay, Integer electorate, Integer validVotes, Integer invalidVotes) {}

    private record Standing(Candidate candidate, int line) {}

    private record Polled(Tally tally, List<Standing> candidates) {}

    private record Held(Head head, int line, Map<String, Polled> contests) {}

    private final Map<String, Held> elections = new LinkedHashMap<>();
    private final Set<String> columns;

    private ElectionSheet(Set<String> columns) {
        this.columns = columns;
    }

    /** @throws uk.hustings.api.problem.Problem BROKEN_BODY or INVALID_INPUT */
    static List<Submission> read(String csv) {
        Sheet rows = Sheet.read(csv, REQUIRED, OPTIONAL::contains);
        ElectionSheet sheet = new ElectionSheet(Set.copyOf(rows.header()));
        rows.rows(sheet::add);
        return sheet.elections.values().stream().map(ElectionSheet::submission).toList();
    }

    private Boolean add(Sheet.Row row) {
        Head head = new Head(
                row.requiredText("electionId"),
                row.text("electionName"),
                row.text("kind"),
                row.date("electionDay"),
                row.text("boundarySet"),
                optional(row, "basis"),
                optional(row, "source"),
                columns.contains("writDay") ? row.date("writDay") : null);
        Tally tally = new Tally(
                row.requiredText("seatCode"),
                columns.contains("pollingDay") ? row.date("pollingDay") : null,
                row.wholeNumber("electorate"),
                row.wholeNumber("validVotes"),
                row.wholeNumber("invalidVotes"));
        Candidate candidate = new Candidate(
                row.text("party"),
                row.text("partyName"),
                row.text("candidate"),
                row.wholeNumber("votes"),
                columns.contains("elected") ? row.parsed("elected", "true or false", ElectionSheet::yesOrNo) : null);
        Held held = elections.computeIfAbsent(head.electionId, id -> new Held(head, row.line(), new LinkedHashMap<>()));
        if (!held.head.equals(head)) {
            row.fault("electionId", "must say the same of its election as line " + held.line);
        }
        Polled polled = held.contests.computeIfAbsent(tally.seatCode, code -> new Polled(tally, new ArrayList<>()));
        if (!polled.tally.equals(tally)) {
            row.fault("seatCode", "must say the same of its contest as line " + polled.candidates.get(0).line);
        }
        polled.candidates.add(new Standing(candidate, row.line()));
        return true;
    }

    private String optional(Sheet.Row row, String column) {
        return columns.contains(column) ? row.text(column) : null;
    }

    private static Boolean yesOrNo(String text) {
        if (!Set.of("true", "false").contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    private static Submission submission(Held held) {
        Head head = held.head;
        List<Polled> contests = List.copyOf(held.contests.values());
        Declaration declaration = new Declaration(
                head.electionId,
                head.name,
                head.kind,
                head.pollingDay,
                head.boundarySet,
                head.basis,
                head.source,
                head.writDay,
                contests.stream().map(ElectionSheet::count).toList());
        return new Submission(declaration, Map.of(), fault -> inRow(fault, held, contests));
    }

    private static Count count(Polled polled) {
        Tally tally = polled.tally;
        return new Count(
                tally.seatCode,
                tally.pollingDay,
                tally.electorate,
                tally.validVotes,
                tally.invalidVotes,
                polled.candidates.stream().map(Standing::candidate).toList());
    }

    private static FieldError inRow(Fault fault, Held held, List<Polled> contests) {
        Matcher candidate = CANDIDATE.matcher(fault.pointer());
        if (candidate.matches()) {
            Polled polled = contests.get(Integer.parseInt(candidate.group(1)));
            Standing standing = polled.candidates.get(Integer.parseInt(candidate.group(2)));
            String field = candidate.group(3);
            return FieldError.inRow(
                    standing.line, field == null || field.equals("name") ? "candidate" : field, fault.detail());
        }
        Matcher contest = CONTEST.matcher(fault.pointer());
        if (contest.matches()) {
            Polled polled = contests.get(Integer.parseInt(contest.group(1)));
            String field = contest.group(2);
            return FieldError.inRow(
                    polled.candidates.get(0).line,
                    field == null ? "seatCode" : field.equals("candidates") ? "votes" : field,
                    fault.detail());
        }
        String field = fault.pointer().substring(1);
        return FieldError.inRow(held.line, COLUMNS_OF_ELECTION.getOrDefault(field, field), fault.detail());
    }
}
