package uk.hustings.local.data;

import java.nio.file.Path;
import java.util.List;

/** What candidates declared at a general election, a row for each candidate and period. */
final class SpendingFile {

    private static final String SOURCE = "Electoral Commission, in evanodell/parlitools";

    private static final List<String> PERIODS = List.of("long", "short");

    private final int year;
    private final List<SourceRow> rows;

    private SpendingFile(int year, List<SourceRow> rows) {
        this.year = year;
        this.rows = rows;
    }

    /** @param spending folder of the files */
    static SpendingFile of(Path spending, int year) {
        return new SpendingFile(year, SourceRow.of(spending.resolve("candidate_spending_%d.csv".formatted(year))));
    }

    Import returns() {
        return Import.csv("spending declared in " + year, "/v1/campaign/spending/returns/imports", body());
    }

    /** The electorates on which the limits of the election rest, a row for each seat. */
    Import electorates() {
        CsvBody csv = new CsvBody(List.of("election", "seatCode", "electorate", "source"));
        rows.stream()
                .map(row -> List.of("ge" + year, row.text("ons_id"), row.text("electorate"), SOURCE))
                .distinct()
                .forEach(csv::row);
        return Import.csv("electorates of " + year, "/v1/campaign/spending/electorates/imports", csv);
    }

    private CsvBody body() {
        CsvBody csv = new CsvBody(List.of(
                "election",
                "seatCode",
                "party",
                "candidate",
                "period",
                "electorate",
                "limitGbp",
                "totalGbp",
                "advertisingGbp",
                "unsolicitedMaterialGbp",
                "transportGbp",
                "publicMeetingsGbp",
                "staffGbp",
                "accommodationGbp",
                "source"));
        for (SourceRow row : rows) {
            for (String period : PERIODS) {
                csv.row(List.of(
                        "ge" + year,
                        row.text("ons_id"),
                        row.text("party"),
                        (row.text("forename") + " " + row.text("surname")).strip(),
                        period,
                        row.text("electorate"),
                        row.text(period + "_limit_gbp"),
                        row.text(period + "_spend_gbp"),
                        row.text(period + "_advertising_gbp"),
                        row.text(period + "_unsolicited_gbp"),
                        row.text(period + "_transport_gbp"),
                        row.text(period + "_public_meetings_gbp"),
                        row.text(period + "_agent_and_staff_gbp"),
                        row.text(period + "_accommodation_gbp"),
                        SOURCE));
            }
        }
        return csv;
    }
}
