package uk.hustings.local.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What Lord Ashcroft published of whom voters remember hearing from: a further question of a poll that is known. */
final class ContactRecall {

    private static final List<String> PARTIES = List.of("con", "lab", "ld");

    private final Path folder;

    ContactRecall(Path folder) {
        this.folder = folder;
    }

    List<PollRow> read() {
        List<SourceRow> polls = SourceRow.of(folder.resolve(ConstituencyPolls.FILE));
        return SourceRow.of(folder.resolve("ashcroft_published_headlines.csv")).stream()
                .filter(headline -> PARTIES.stream()
                        .anyMatch(party -> !contacted(headline, party).isEmpty()))
                .map(headline -> recall(headline, pollOf(headline, polls)))
                .toList();
    }

    private static PollRow recall(SourceRow headline, SourceRow poll) {
        PollRow row = ConstituencyPolls.asked(poll).with("question", "contact-recall");
        for (String party : PARTIES) {
            row = row.with(party + "Pct", contacted(headline, party));
        }
        return row;
    }

    /** The last one of the seat that was over when the headline appeared. */
    private static SourceRow pollOf(SourceRow headline, List<SourceRow> polls) {
        LocalDate published = headline.day("published");
        return polls.stream()
                .filter(poll -> poll.text("pollster").equals("Lord Ashcroft"))
                .filter(poll -> Stream.of("ons_id", "question")
                        .allMatch(column -> poll.text(column).equals(headline.text(column))))
                .filter(poll -> !poll.day("fieldwork_end").isAfter(published))
                .max(Comparator.comparing(poll -> poll.day("fieldwork_end")))
                .orElseThrow(() -> new IllegalStateException("No poll behind " + headline));
    }

    private static String contacted(SourceRow headline, String party) {
        return headline.text("contact_%s_pct".formatted(party));
    }
}
