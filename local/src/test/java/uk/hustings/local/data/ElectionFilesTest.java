package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.hustings.local.data.ElectionImport.Candidate;
import uk.hustings.local.data.ElectionImport.Contest;

/** The elections as seats-service gets them. */
class ElectionFilesTest {

    private static final Path DATA = Path.of("..", "data");
    private static final SeatFile SEATS_2010 = SeatFile.of2010(DATA.resolve("geography"));
    private static final SeatFile SEATS_2024 = SeatFile.of2024(DATA.resolve("geography"));
    private static final ElectionFiles FILES = new ElectionFiles(DATA.resolve("elections"), SEATS_2010.names());
    private static final List<ElectionImport> ELECTIONS = Stream.of(FILES.generalElections(), FILES.byElections())
            .flatMap(List::stream)
            .toList();

    @Test
    void theElectionsAreFiveGeneralOnesTheByElectionsBetweenThemAndTwoNotionalResultsInOrder() {
        assertThat(FILES.generalElections())
                .allMatch(election -> election.kind().equals("general"))
                .extracting(ElectionImport::electionId)
                .containsExactly(
                        "ge2005-notional-2010",
                        "ge2010",
                        "ge2015",
                        "ge2017",
                        "ge2019",
                        "ge2019-notional-2024",
                        "ge2024");
        assertThat(FILES.byElections())
                .hasSize(59)
                .allMatch(election -> election.kind().equals("by-election"))
                .isSortedAccordingTo(Comparator.comparing(ElectionImport::pollingDay));
    }

    @Test
    void aByElectionIsHeldInOneSeatAfterItsWrit() {
        assertThat(FILES.byElections()).allSatisfy(election -> {
            assertThat(election.contests()).hasSize(1);
            assertThat(election.writDay()).isBefore(election.pollingDay());
            assertThat(election.boundarySet()).isEqualTo("2010");
            assertThat(election.electionId())
                    .isEqualTo("by-%s-%s"
                            .formatted(
                                    election.pollingDay(),
                                    election.contests().get(0).seatCode()));
        });
        assertThat(only("by-2014-11-20-E14000898")).satisfies(election -> {
            assertThat(election.name()).isEqualTo("Rochester and Strood by-election 2014");
            assertThat(election.writDay()).isEqualTo("2014-10-14");
        });
    }

    @Test
    void aGeneralElectionHasAContestInEverySeatOfItsSet() {
        Map<String, SeatFile> sets = Map.of("2010", SEATS_2010, "2024", SEATS_2024);
        assertThat(FILES.generalElections()).allSatisfy(election -> assertThat(election.contests())
                .extracting(Contest::seatCode)
                .containsExactlyInAnyOrderElementsOf(
                        sets.get(election.boundarySet()).names().keySet()));
    }

    @Test
    void theVotesOfAllCandidatesAddUpInEveryContestAndAreNotMoreThanTheElectorate() {
        assertThat(contests()).hasSize(7 * 650 + 59).allSatisfy(contest -> {
            int votes = contest.candidates().stream().mapToInt(Candidate::votes).sum();
            assertThat(votes)
                    .as(contest.seatCode())
                    .isEqualTo(contest.validVotes())
                    .isLessThanOrEqualTo(contest.electorate());
            assertThat(contest.candidates()).hasSizeGreaterThan(1);
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
        assertWon("ge2010", Map.of("con", 306L, "lab", 258L, "ld", 57L, "snp", 6L, "spk", 1L));
        assertWon("ge2015", Map.of("con", 330L, "lab", 232L, "snp", 56L, "ld", 8L, "ukip", 1L, "spk", 1L));
        assertWon("ge2017", Map.of("con", 317L, "lab", 262L, "snp", 35L, "ld", 12L));
        assertWon("ge2019", Map.of("con", 365L, "lab", 202L, "snp", 48L, "ld", 11L));
        assertWon("ge2024", Map.of("lab", 411L, "con", 121L, "ld", 72L, "snp", 9L, "reform", 5L, "ind", 6L));
    }

    @Test
    void theSeatsWonNotionallyAreThoseThatTheHouseCounted() {
        assertWon("ge2005-notional-2010", Map.of("lab", 348L, "con", 210L, "ld", 62L, "khhc", 1L, "spk", 1L));
        assertWon("ge2019-notional-2024", Map.of("con", 372L, "lab", 200L, "snp", 48L, "ld", 8L, "spk", 1L));
    }

    @Test
    void rochdaleWasWonByTheWorkersPartyAndBradfordWestByRespect() {
        assertWon("by-2024-02-29-E14000897", Map.of("wpb", 1L));
        assertWon("by-2012-03-29-E14000589", Map.of("respect", 1L));
    }

    @Test
    void thirskAndMaltonPolledOn27May2010AndNobodyElseApart() {
        assertThat(contests())
                .filteredOn(contest -> contest.pollingDay() != null)
                .singleElement()
                .satisfies(contest -> {
                    assertThat(contest.seatCode()).isEqualTo("E14000993");
                    assertThat(contest.pollingDay()).isEqualTo(LocalDate.of(2010, 5, 27));
                });
    }

    @Test
    void aNotionalResultHasPartiesThatGotVotesAndNoPersons() {
        assertThat(ELECTIONS)
                .filteredOn(election -> election.basis().equals("notional"))
                .hasSize(2)
                .flatExtracting(ElectionImport::contests)
                .flatExtracting(Contest::candidates)
                .hasSize(3370 - 43 + 3529)
                .allSatisfy(candidate -> {
                    assertThat(candidate.name()).isNull();
                    assertThat(candidate.votes()).isPositive();
                    assertThat(candidate.partyName()).isNotEqualTo("NA");
                });
        assertThat(ELECTIONS)
                .filteredOn(election -> election.basis().equals("actual"))
                .flatExtracting(ElectionImport::contests)
                .flatExtracting(Contest::candidates)
                .extracting(Candidate::name)
                .doesNotContainNull()
                .doesNotContain("");
    }

    @Test
    void labourAndCooperativeIsLabourAndAPartyWithoutACodeKeepsItsName() {
        assertThat(called("Labour and Co-operative"))
                .hasSize(42 + 42 + 51 + 50 + 49 + 7)
                .allMatch(candidate -> candidate.party().equals("lab"));
        assertThat(called("British National Party"))
                .isNotEmpty()
                .allMatch(candidate -> candidate.party().equals("other"));
    }

    @Test
    void theBrexitPartyOf2019IsNotYetReform() {
        assertThat(called("The Brexit Party"))
                .hasSize(275 + 2 + 336)
                .allMatch(candidate -> candidate.party().equals("brexit"));
        assertThat(called("Reform UK"))
                .hasSize(609 + 20)
                .allMatch(candidate -> candidate.party().equals("reform"));
    }

    @Test
    void theSpeakerStandsForHimself() {
        assertThat(candidates("ge2010", "E14000608"))
                .filteredOn(candidate -> candidate.party().equals("spk"))
                .containsExactly(new Candidate("spk", "Speaker", "John Bercow", 22860));
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
        Set<String> codes = new HashSet<>();
        SourceRow.of(DATA.resolve("parties.csv")).forEach(row -> codes.add(row.text("code")));

        assertThat(contests().flatMap(contest -> contest.candidates().stream()))
                .extracting(Candidate::party)
                .isSubsetOf(codes);
        assertThat(contests().flatMap(contest -> contest.candidates().stream()))
                .extracting(Candidate::party)
                .containsAll(codes);
    }

    @Test
    void anUnknownFigureIsNullAndNotNought() {
        assertThat(only("by-2011-03-03-E14000541").contests().get(0).invalidVotes())
                .isNull();
    }

    private static Stream<Candidate> called(String partyName) {
        return contests()
                .flatMap(contest -> contest.candidates().stream())
                .filter(candidate -> candidate.partyName().equals(partyName));
    }

    private static ElectionImport only(String id) {
        return ELECTIONS.stream()
                .filter(election -> election.electionId().equals(id))
                .findFirst()
                .orElseThrow();
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

    private static void assertWon(String election, Map<String, Long> seats) {
        assertThat(only(election).contests().stream()
                        .map(contest -> contest.candidates().stream()
                                .max((one, other) -> Integer.compare(one.votes(), other.votes()))
                                .orElseThrow())
                        .collect(Collectors.groupingBy(Candidate::party, Collectors.counting())))
                .containsAllEntriesOf(seats);
    }
}
