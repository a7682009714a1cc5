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

/** The project's data as requests to the API, in the order in which the suite can take them. */
final class SourceData {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path folder;
    private final SeatFile seats;

    SourceData(Path folder) {
        this.folder = folder;
        this.seats = new SeatFile(folder.resolve("geography/constituencies_2010_2024.csv"));
    }

    int seatCount() {
        return seats.count();
    }

    /** What stands by itself: parties, seats, elections. */
    List<Import> facts() {
        List<Import> imports = new ArrayList<>();
        imports.add(new Import("parties", "/v1/parties/imports", "text/csv", textOf(folder.resolve("parties.csv"))));
        imports.add(Import.csv("seats", "/v1/seats/imports", seats.seats()));
        new ElectionFiles(folder.resolve("elections"), seats.names())
                .read()
                .forEach(election -> imports.add(
                        new Import(election.name(), "/v1/elections/imports", "application/json", jsonOf(election))));
        return imports;
    }

    /** What speaks of seats, and so needs services that know them. */
    List<Import> evidenceAndOrganisation() {
        PollFiles polls = new PollFiles(folder.resolve("polls"));
        return List.of(
                Import.csv("constituency polls of 2014-15", "/v1/polls/imports", polls.constituencyPolls()),
                Import.csv("private polls of 2016", "/v1/polls/imports", polls.memberPolls()),
                Import.csv("local parties", "/v1/campaign/local-parties/imports", seats.localParties()));
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
