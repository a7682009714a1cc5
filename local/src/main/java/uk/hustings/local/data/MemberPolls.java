package uk.hustings.local.data;

import java.nio.file.Path;
import java.util.List;

/** Private polls of party members in 2016, as MPs told of them: who took them, when, and of how many was never said. */
final class MemberPolls {

    private final Path folder;

    MemberPolls(Path folder) {
        this.folder = folder;
    }

    List<PollRow> read() {
        return SourceRow.of(folder.resolve("labour_leadership_2016_private_polls.csv")).stream()
                .map(MemberPolls::poll)
                .toList();
    }

    private static PollRow poll(SourceRow source) {
        String undecided = source.text("undecided_pct");
        return PollRow.BLANK
                .with("population", "party-members")
                .with("question", "members-ballot")
                .with("visibility", "private")
                .with("contest", "lab-leadership-2016")
                .inSeat(source.text("ons_id"))
                .with("basis", undecided.isEmpty() ? "" : "raw")
                .withSharesOf(source, List.of("smith", "corbyn"))
                .with("dontKnowPct", undecided)
                .with("speaker", source.text("reported_by_mp"))
                .with("statementOption", source.text("reported_leader"));
    }
}
