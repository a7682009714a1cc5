package uk.hustings.local.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The project's data as requests to the API, in the order in which the suite can take them. */
final class SourceData {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String POSTCODE_CENTROIDS = "/v1/seats/postcode-centroids/imports";

    private final Path folder;
    private final SeatFile seatsOf2010;
    private final SeatFile seatsOf2024;

    SourceData(Path folder) {
        this.folder = folder;
        this.seatsOf2010 = SeatFile.of2010(folder.resolve("geography"));
        this.seatsOf2024 = SeatFile.of2024(folder.resolve("geography"));
    }

    /** Seats of the boundary set in force, whichever it is on the suite's day: both sets have the same number. */
    int seatsInForce() {
        return seatsOf2010.count();
    }

    /** What stands by itself: parties, seats and how they lie, elections, who held a seat when. */
    List<Import> facts() {
        List<Import> imports = new ArrayList<>();
        imports.add(file("parties", "/v1/parties/imports", "parties.csv"));
        imports.addAll(geography());
        ElectionFiles elections = new ElectionFiles(folder.resolve("elections"), seatsOf2010.names());
        elections
                .generalElections()
                .forEach(election -> imports.add(
                        new Import(election.name(), "/v1/elections/imports", "application/json", jsonOf(election))));
        imports.add(Import.csv("by-elections", "/v1/elections/imports.csv", ElectionSheet.of(elections.byElections())));
        imports.add(file("vacancies and defections", "/v1/seats/holder-events/imports", "elections/holder_events.csv"));
        return imports;
    }

    private List<Import> geography() {
        GeographyFiles files = new GeographyFiles(folder.resolve("geography"));
        return List.of(
                Import.csv("seats of 2010-2024", "/v1/seats/imports", seatsOf2010.seats()),
                Import.csv("seats since 2024", "/v1/seats/imports", seatsOf2024.seats()),
                Import.csv(
                        "postcode centroids of 2010-2024",
                        POSTCODE_CENTROIDS,
                        files.postcodeCentroids("constituency_postcode_centroids_2010_2024.csv")),
                Import.csv(
                        "postcode centroids since 2024",
                        POSTCODE_CENTROIDS,
                        files.postcodeCentroids("constituency_postcode_centroids_2024.csv")),
                Import.csv("neighbours of 2010-2024", "/v1/seats/neighbours/imports", files.neighboursOf2010()),
                Import.csv("neighbours since 2024", "/v1/seats/neighbours/imports", files.neighboursOf2024()),
                Import.csv("successors of 2024", "/v1/seats/successors/imports", files.successors()));
    }

    /** What speaks of seats, and so needs services that know them. */
    List<Import> evidenceAndOrganisation() {
        List<Import> imports = new ArrayList<>(new PollFiles(folder.resolve("polls")).imports());
        imports.add(new Import(
                "nominations, odds and the members' ballot",
                "/v1/evidence/imports",
                "application/json",
                textOf(folder.resolve("evidence/labour_leadership_2016.json"))));
        imports.add(new Import(
                "a first forecast from the public polls",
                "/v1/forecasts",
                "application/json",
                "{\"evidence\":\"public\"}"));
        imports.add(localParties());
        imports.add(resources());
        SpendingFile spendingOf2015 = SpendingFile.of(folder.resolve("spending"), 2015);
        imports.add(SpendingFile.of(folder.resolve("spending"), 2010).returns());
        imports.add(spendingOf2015.returns());
        imports.add(spendingOf2015.electorates());
        return imports;
    }

    Import localParties() {
        return Import.csv(
                "local parties", "/v1/campaign/local-parties/imports", new LocalPartyFile(seatsOf2010).localParties());
    }

    private Import resources() {
        Map<String, Integer> votes = SourceRow.of(folder.resolve("elections/ge2010_constituencies.csv")).stream()
                .collect(Collectors.toMap(row -> row.text("ons_id"), row -> row.number("lab")));
        ResourceEstimate estimate = new ResourceEstimate(new LocalPartyFile(seatsOf2010), votes);
        return Import.csv("an estimate of activist-hours", "/v1/campaign/resources/imports.csv", estimate.resources());
    }

    /** A file that has the form of the API already. */
    private Import file(String what, String path, String file) {
        return new Import(what, path, "text/csv", textOf(folder.resolve(file)));
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String jsonOf(ElectionImport election) {
        try {
            return JSON.writeValueAsString(election);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
