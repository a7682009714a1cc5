package uk.hustings.local.data;

import java.nio.file.Path;
import java.util.List;

/** Polls before by-elections from 2011 to 2019, as PollBase collected them; the results beside them are left out. */
final class ByElectionPolls {

    private static final String SOURCE =
            "Mark Pack, PollBase, www.markpack.org.uk/opinion-polls, sheet By election polls";

    private static final List<String> PARTIES = List.of("con", "lab", "ld", "ukip", "green", "bnp", "other");

    private final Path folder;

    ByElectionPolls(Path folder) {
        this.folder = folder;
    }

    List<PollRow> read() {
        return SourceRow.of(folder.resolve("by_election_polls_2011_2019.csv")).stream()
                .filter(row -> row.text("row_type").equals("poll"))
                .map(ByElectionPolls::poll)
                .toList();
    }

    private static PollRow poll(SourceRow row) {
        PrintedFieldwork fieldwork = PrintedFieldwork.of(row.text("fieldwork_text"), row.day("published"));
        PollRow poll = PollRow.publicPoll(row.text("pollster"), row.text("client"), "standard")
                .inSeat(row.text("ons_id"))
                .fielded(fieldwork.firstDay(), fieldwork.lastDay())
                .by(row.text("mode"));
        return isOfEverybodyAsked(row)
                ? poll.with(
                                "source",
                                SOURCE + "; undecided, others and sample: www.saddleworthlife.com, www.survation.com")
                        .with("sampleSize", "549")
                        .with("basis", "raw")
                        .withSharesOf(row, PARTIES)
                        .with("otherPct", "8")
                        .with("dontKnowPct", "25")
                : poll.with("source", SOURCE).withSharesOf(row, PARTIES).withTheRestAsOthers();
    }

    /** Survation's poll of Oldham East and Saddleworth was printed with the undecided, whom PollBase does not have. */
    private static boolean isOfEverybodyAsked(SourceRow row) {
        return row.text("ons_id").equals("E14000870") && row.text("pollster").equals("Survation");
    }
}
