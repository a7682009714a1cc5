package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.hustings.local.data.ElectionImport.Candidate;
import uk.hustings.local.data.ElectionImport.Contest;

/** The project's own files as the API gets them. */
class SourceDataTest {

    private static final Path DATA = Path.of("..", "data");
    private static final SeatFile SEATS = new SeatFile(DATA.resolve("geography/constituencies_2010_2024.csv"));
    private static final List<ElectionImport> ELECTIONS =
            new ElectionFiles(DATA.resolve("elections"), SEATS.names()).read();

    @Test
    void theElectionsAreTwoGeneralOnesAndThe21ByElectionsBetweenThemInOrder() {
        assertThat(ELECTIONS).hasSize(23).isSortedAccordingTo((one, other) -> one.pollingDay()
                .compareTo(other.pollingDay()));
        assertThat(ELECTIONS.get(0).electionId()).isEqualTo("ge2010");
        assertThat(ELECTIONS.get(22).electionId()).isEqualTo("ge2015");
        assertThat(ELECTIONS.subList(1, 22)).allSatisfy(election -> {
            assertThat(election.kind()).isEqualTo("by-election");
            assertThat(election.contests()).hasSize(1);
            assertThat(election.electionId())
                    .isEqualTo("by-%s-%s"
                            .formatted(
                                    election.pollingDay(),
                                    election.contests().get(0).seatCode()));
        });
        assertThat(election("by-2014-11-20-E14000898").map(ElectionImport::name))
                .containsExactly("Rochester and Strood by-election 2014");
    }

    @Test
    void aGeneralElectionHas650ContestsInTheSeatsThatAreImported() {
        assertThat(SEATS.count()).isEqualTo(650);
        for (String id : List.of("ge2010", "ge2015")) {
            assertThat(only(id).contests())
                    .hasSize(650)
                    .extracting(Contest::seatCode)
                    .containsExactlyInAnyOrderElementsOf(SEATS.names().keySet());
        }
    }

    @Test
    void theVotesOfAllCandidatesAddUpInEveryContest() {
        assertThat(contests()).hasSize(1321).allSatisfy(contest -> {
            int votes = contest.candidates().stream().mapToInt(Candidate::votes).sum();
            assertThat(votes).as(contest.seatCode()).isEqualTo(contest.validVotes());
        });
    }

    @Test
    void everyContestHasOneWinnerWhoseCodeIsAParty() {
        assertThat(contests()).allSatisfy(contest -> {
            int most = contest.candidates().stream()
                    .mapToInt(Candidate::votes)
                    .max()
                    .orElseThrow();
            assertThat(contest.candidates())
                    .filteredOn(candidate -> candidate.votes() == most)
                    .as(contest.seatCode())
                    .singleElement()
                    .extracting(Candidate::party)
                    .isNotEqualTo(PartyCode.OTHER);
        });
    }

    @Test
    void theSeatsWonAreThoseThatTheHouseCounted() {
        assertThat(seatsWon("ge2010"))
                .containsEntry("con", 306L)
                .containsEntry("lab", 258L)
                .containsEntry("ld", 57L)
                .containsEntry("snp", 6L)
                .containsEntry("spk", 1L);
        assertThat(seatsWon("ge2015"))
                .containsEntry("con", 330L)
                .containsEntry("lab", 232L)
                .containsEntry("snp", 56L)
                .containsEntry("ld", 8L)
                .containsEntry("ukip", 1L)
                .containsEntry("spk", 1L);
    }

    @Test
    void thirskAndMaltonPolledOn27May2010AndNobodyElseApart() {
        assertThat(only("ge2010").contests())
                .filteredOn(contest -> contest.pollingDay() != null)
                .singleElement()
                .satisfies(contest -> {
                    assertThat(contest.seatCode()).isEqualTo("E14000993");
                    assertThat(contest.pollingDay()).isEqualTo(LocalDate.of(2010, 5, 27));
                });
    }

    @Test
    void labourAndCooperativeIsLabourAndAPartyWithoutACodeKeepsItsName() {
        assertThat(candidates("ge2010", "E14000973")).anySatisfy(candidate -> {
            assertThat(candidate.party()).isEqualTo("lab");
            assertThat(candidate.partyName()).startsWith("Labour");
        });
        assertThat(contests().flatMap(contest -> contest.candidates().stream()))
                .filteredOn(candidate -> candidate.partyName().equals("Labour and Co-operative"))
                .hasSize(88)
                .allMatch(candidate -> candidate.party().equals("lab"));
        assertThat(contests().flatMap(contest -> contest.candidates().stream()))
                .filteredOn(candidate -> candidate.partyName().equals("British National Party"))
                .isNotEmpty()
                .allMatch(candidate -> candidate.party().equals("other"));
    }

    @Test
    void theSpeakerStandsForHimself() {
        assertThat(candidates("ge2010", "E14000608"))
                .filteredOn(candidate -> candidate.party().equals("spk"))
                .singleElement()
                .isEqualTo(new Candidate("spk", "Speaker", "John Bercow", 22860));
    }

    @Test
    void theJointUnionistCandidatesOf2010AreUlsterUnionists() {
        assertThat(only("ge2010").contests().stream()
                        .flatMap(contest -> contest.candidates().stream())
                        .filter(candidate -> candidate.party().equals("uup")))
                .hasSize(17)
                .extracting(Candidate::votes)
                .contains(7305, 6817, 10353);
        assertThat(candidates("ge2010", "N06000013"))
                .contains(new Candidate("ind", "Independent", "Sylvia Hermon", 21181));
    }

    @Test
    void everyPartyOfACandidateIsAmongThePartiesImported() {
        List<String> codes = SourceRow.of(DATA.resolve("parties.csv")).stream()
                .map(row -> row.text("code"))
                .toList();
        assertThat(codes).hasSize(19).doesNotHaveDuplicates();
        assertThat(contests().flatMap(contest -> contest.candidates().stream()))
                .extracting(Candidate::party)
                .isSubsetOf(codes);
        assertThat(SourceRow.of(DATA.resolve("parties.csv"))).allSatisfy(row -> {
            assertThat(row.text("colour")).matches("#[0-9A-F]{6}");
            assertThat(codes).containsAll(lineage(row));
        });
    }

    @Test
    void anUnknownFigureIsNullAndNotNought() {
        assertThat(only("by-2011-03-03-E14000541").contests().get(0).invalidVotes())
                .isNull();
    }

    @Test
    void aRequestIsTheSameEachTimeItIsMade() {
        List<Import> once = all(new SourceData(DATA));
        assertThat(once).hasSize(28).isEqualTo(all(new SourceData(DATA)));
        assertThat(once)
                .extracting(Import::idempotencyKey)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.length() == 64);
    }

    @Test
    void anElectionIsSentAsOneJsonObjectWithIsoDays() throws IOException {
        Import ge2010 = new SourceData(DATA).facts().get(2);
        JsonNode sent = new ObjectMapper().readTree(ge2010.body());
        assertThat(ge2010.path()).isEqualTo("/v1/elections/imports");
        assertThat(sent.get("pollingDay").asText()).isEqualTo("2010-05-06");
        assertThat(sent.get("boundarySet").asText()).isEqualTo("2010");
        assertThat(sent.at("/contests/0/pollingDay").isNull()).isTrue();
        assertThat(sent.at("/contests/0/candidates/0").toString())
                .isEqualTo("{\"party\":\"lab\",\"partyName\":\"Labour\",\"name\":\"Hywel Francis\",\"votes\":16073}");
    }

    @Test
    void everyFileOfTheSelectionIsDescribed() throws IOException {
        String readme = Files.readString(DATA.resolve("README.md"));
        try (Stream<Path> files = Files.walk(DATA)) {
            assertThat(files.filter(file -> file.toString().endsWith(".csv")))
                    .hasSize(11)
                    .allSatisfy(file -> assertThat(readme).contains("`" + DATA.relativize(file) + "`"));
        }
    }

    private static List<String> lineage(SourceRow party) {
        return party.text("lineage").isEmpty()
                ? List.of()
                : List.of(party.text("lineage").split(" "));
    }

    private static List<Import> all(SourceData data) {
        return Stream.concat(data.facts().stream(), data.evidenceAndOrganisation().stream())
                .toList();
    }

    private static Stream<ElectionImport> election(String id) {
        return ELECTIONS.stream().filter(election -> election.electionId().equals(id));
    }

    private static ElectionImport only(String id) {
        return election(id).findFirst().orElseThrow();
    }

    private static Stream<Contest> contests() {
        return ELECTIONS.stream().flatMap(election -> election.contests().stream());
    }

    private static List<Candidate> candidates(String election, String seat) {
        return only(election).contests().stream()
                .filter(contest -> contest.seatCode().equals(seat))
                .findFirst()
                .orElseThrow()
                .candidates();
    }

    private static Map<String, Long> seatsWon(String election) {
        return only(election).contests().stream()
                .map(contest -> contest.candidates().stream()
                        .max((one, other) -> Integer.compare(one.votes(), other.votes()))
                        .orElseThrow())
                .collect(Collectors.groupingBy(Candidate::party, Collectors.counting()));
    }
}
