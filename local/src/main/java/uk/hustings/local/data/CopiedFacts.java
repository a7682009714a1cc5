package uk.hustings.local.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * More seats than there are: what is imported for the real ones, once more for each copy.
 *
 * @param first number of the first copy
 * @param count how many
 */
record CopiedFacts(int first, int count) {

    /** Copies are numbered 0 to one less than this. */
    static final int MOST = 100;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEAT_CODE = "seatCode";

    /** The first letters of real codes, and those of their copies. */
    private static final String LETTERS = "ENSW";

    private static final String COPIED_LETTERS = "FOTX";

    CopiedFacts {
        if (first < 0 || first + count > MOST) {
            throw new IllegalArgumentException("copies are numbered 0 to %d".formatted(MOST - 1));
        }
    }

    /** @return empty if it is an import of which there is only one */
    Optional<Import> of(Import real) {
        return switch (real.path()) {
            case "/v1/seats/imports" -> Optional.of(seats(real));
            case "/v1/elections/imports" -> election(real);
            default -> Optional.empty();
        };
    }

    /** Another code for each number and seat: {@code E14000530} becomes {@code F07000530} in copy 7. */
    static String codeOf(String real, int copy) {
        return "%s%02d%s".formatted(COPIED_LETTERS.charAt(LETTERS.indexOf(real.charAt(0))), copy, real.substring(3));
    }

    private Import seats(Import real) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(real.body())) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            List<String> header = rows.get(0).getHeader();
            CsvBody copied = new CsvBody(header);
            for (int copy = first; copy < first + count; copy++) {
                for (NamedCsvRecord row : rows) {
                    List<String> cells = new ArrayList<>(row.getFields());
                    cells.set(header.indexOf(SEAT_CODE), codeOf(row.getField(SEAT_CODE), copy));
                    cells.set(header.indexOf("name"), row.getField("name") + " " + copy);
                    copied.row(cells);
                }
            }
            return Import.csv(real.what(), real.path(), copied);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Import> election(Import real) {
        try {
            ObjectNode election = (ObjectNode) JSON.readTree(real.body());
            if (!election.path("kind").asText().equals("general")) {
                return Optional.empty();
            }
            JsonNode contests = election.get("contests");
            ArrayNode copied = election.putArray("contests");
            for (int copy = first; copy < first + count; copy++) {
                for (JsonNode contest : contests) {
                    ObjectNode other = copied.addObject();
                    other.setAll((ObjectNode) contest);
                    other.put(SEAT_CODE, codeOf(contest.get(SEAT_CODE).asText(), copy));
                }
            }
            return Optional.of(
                    new Import(real.what(), real.path(), real.contentType(), JSON.writeValueAsString(election)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
