package uk.hustings.local.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The polls of the demo in the form that the API imports, in the order in which it can take them. */
final class PollFiles {

    private static final String PATH = "/v1/polls/imports.csv";

    private final Path folder;

    PollFiles(Path folder) {
        this.folder = folder;
    }

    /** A further question of a poll comes after what tells more of the poll itself. */
    List<Import> imports() {
        NationalPolls national = new NationalPolls(folder);
        return Stream.of(
                        new Content("national polls of 2010-15", national.of2010To2015()),
                        new Content("national polls of 2021-23", national.of2021To2023()),
                        new Content("by-election polls of 2011-19", new ByElectionPolls(folder).read()),
                        new Content("constituency polls of 2014-15", new ConstituencyPolls(folder).read()),
                        new Content("contact rates of 2015", new ContactRecall(folder).read()),
                        new Content("private polls of 2016", new MemberPolls(folder).read()))
                .map(content -> Import.csv(content.what(), PATH, PollSheet.of(content.rows())))
                .toList();
    }

    private record Content(String what, List<PollRow> rows) {}
}
