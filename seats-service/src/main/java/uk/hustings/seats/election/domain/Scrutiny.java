package uk.hustings.seats.election.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.hustings.seats.election.domain.Declaration.Candidate;
import uk.hustings.seats.election.domain.Declaration.Count;
import uk.hustings.seats.party.domain.Party;

/** Goes through a declaration and names everything in it that cannot be so. */
public final class Scrutiny {

    /** More than any seat of the country has, or ever will. */
    private static final int MOST_VOTES = 10_000_000;

    private static final int MOST_CANDIDATES = 1000;

    private final Declaration declaration;
    private final Set<String> seats;
    private final Set<String> parties;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    private Scrutiny(Declaration declaration, Set<String> seats, Set<String> parties, LocalDate today) {
        this.declaration = declaration;
        this.seats = seats;
        this.parties = parties;
        this.today = today;
    }

    /**
     * @param seats codes of the declaration's boundary set
     * @param parties codes that are known
     * @param today real day: nothing can be declared before it was polled
     * @return every fault; empty if the declaration can be believed
     */
    public static List<Fault> faults(Declaration declaration, Set<String> seats, Set<String> parties, LocalDate today) {
        Scrutiny scrutiny = new Scrutiny(declaration, seats, parties, today);
        scrutiny.election();
        scrutiny.counts();
        return List.copyOf(scrutiny.faults);
    }

    private void election() {
        requireText("/name", declaration.name());
        requireDay("/pollingDay", declaration.pollingDay());
        ElectionKind kind = ElectionKind.fromCode(declaration.kind()).orElse(null);
        require(kind != null, "/kind", "must be general or by-election");
        require(
                declaration.basis() == null
                        || Basis.fromCode(declaration.basis()).isPresent(),
                "/basis",
                "must be actual or notional");
        require(
                kind != ElectionKind.BY_ELECTION || !declaration.isNotional(),
                "/basis",
                "must be actual for a by-election");
        require(declaration.source() == null || Texts.isLine(declaration.source()), "/source", Texts.EXPECTED);
        boundarySet();
        writDay(kind);
        if (declaration.electionId() == null) {
            fault("/electionId", "must not be null");
        } else if (kind != null && declaration.pollingDay() != null) {
            List<String> expected = expectedIds(kind);
            require(
                    expected.contains(declaration.electionId()),
                    "/electionId",
                    "must be " + String.join(" or, if the year had another, ", expected));
        }
        require(
                kind != ElectionKind.BY_ELECTION
                        || declaration.counts() == null
                        || declaration.counts().size() == 1,
                "/contests",
                "must be one contest for a by-election");
    }

    private void boundarySet() {
        requireText("/boundarySet", declaration.boundarySet());
        require(
                declaration.boundarySet() == null || !seats.isEmpty(),
                "/boundarySet",
                "has no seats; import those of %s first".formatted(declaration.boundarySet()));
    }

    private void writDay(ElectionKind kind) {
        LocalDate writDay = declaration.writDay();
        if (writDay != null) {
            require(kind == ElectionKind.BY_ELECTION, "/writDay", "must be null but for a by-election");
            require(
                    declaration.pollingDay() == null || writDay.isBefore(declaration.pollingDay()),
                    "/writDay",
                    "must be before the polling day");
        }
    }

    private List<String> expectedIds(ElectionKind kind) {
        LocalDate day = declaration.pollingDay();
        if (kind == ElectionKind.GENERAL) {
            String basis = declaration.isNotional() ? "-notional-" + declaration.boundarySet() : "";
            return List.of("ge" + day.getYear() + basis, "ge" + day + basis);
        }
        boolean named = declaration.counts() != null
                && !declaration.counts().isEmpty()
                && declaration.counts().get(0) != null;
        return List.of(
                "by-%s-%s".formatted(day, named ? declaration.counts().get(0).seatCode() : "<seatCode>"));
    }

    private void counts() {
        if (declaration.counts() == null || declaration.counts().isEmpty()) {
            fault("/contests", "must hold at least one contest");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < declaration.counts().size(); i++) {
            String pointer = "/contests/" + i;
            Count count = declaration.counts().get(i);
            if (count == null) {
                fault(pointer, "must not be null");
                continue;
            }
            seat(pointer + "/seatCode", count.seatCode(), seen);
            if (count.pollingDay() != null) {
                requireDay(pointer + "/pollingDay", count.pollingDay());
            }
            require(
                    count.electorate() == null || count.electorate() > 0,
                    pointer + "/electorate",
                    "must be more than 0, or null if not known");
            require(
                    count.invalidVotes() == null || count.invalidVotes() >= 0,
                    pointer + "/invalidVotes",
                    "must not be negative, or null if not known");
            votes(pointer, count);
        }
    }

    private void seat(String pointer, String code, Set<String> seen) {
        if (code == null || !seats.contains(code)) {
            fault(pointer, "is not a seat of boundary set %s".formatted(declaration.boundarySet()));
        } else if (!seen.add(code)) {
            fault(pointer, "stands in this election already");
        }
    }

    private void votes(String pointer, Count count) {
        List<Candidate> candidates = count.candidates() == null ? List.of() : count.candidates();
        if (candidates.size() < 2 || candidates.size() > MOST_CANDIDATES) {
            fault(pointer + "/candidates", "must be 2 to %d".formatted(MOST_CANDIDATES));
            return;
        }
        int before = faults.size();
        long sum = 0;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            candidate(pointer + "/candidates/" + i, candidate);
            sum += candidate == null || candidate.votes() == null ? 0 : candidate.votes();
        }
        if (count.validVotes() == null || count.validVotes() <= 0) {
            fault(pointer + "/validVotes", "must be more than 0");
        } else if (faults.size() == before) {
            require(
                    sum == count.validVotes(),
                    pointer + "/validVotes",
                    "must be the sum of the candidates' votes, %d, was %d".formatted(sum, count.validVotes()));
            require(
                    count.electorate() == null || count.validVotes() <= count.electorate(),
                    pointer + "/validVotes",
                    "must not be more than the electorate");
            winner(pointer + "/candidates", candidates);
        }
    }

    private void candidate(String pointer, Candidate candidate) {
        if (candidate == null) {
            fault(pointer, "must not be null");
            return;
        }
        require(
                candidate.party() != null && parties.contains(candidate.party()),
                pointer + "/party",
                "is not the code of a known party");
        requireText(pointer + "/partyName", candidate.partyName());
        if (candidate.name() != null || !declaration.isNotional()) {
            requireText(pointer + "/name", candidate.name());
        }
        require(
                candidate.votes() != null && candidate.votes() >= 0 && candidate.votes() <= MOST_VOTES,
                pointer + "/votes",
                "must be 0 to %,d, was %s".formatted(MOST_VOTES, candidate.votes()));
    }

    private void winner(String pointer, List<Candidate> candidates) {
        int most = candidates.stream().mapToInt(Candidate::votes).max().orElseThrow();
        List<Candidate> first = candidates.stream()
                .filter(candidate -> candidate.votes() == most)
                .toList();
        List<Candidate> elected =
                candidates.stream().filter(Candidate::isElected).toList();
        require(first.containsAll(elected), pointer, "must not elect anybody who has fewer votes than another");
        require(elected.size() <= 1, pointer, "must not elect more than one");
        require(
                first.size() == 1 || elected.size() == 1,
                pointer,
                "must have one winner; %d have %d votes, so say on whom the lot fell: elected true"
                        .formatted(first.size(), most));
        List<Candidate> winners = elected.isEmpty() ? first : elected;
        require(
                winners.stream().noneMatch(candidate -> candidate.party().equals(Party.OTHER)),
                pointer,
                "must not be won by \"other\": import the winner's party first");
    }

    private void requireText(String pointer, String text) {
        require(Texts.isLine(text), pointer, Texts.EXPECTED);
    }

    private void requireDay(String pointer, LocalDate day) {
        require(
                day != null && !day.isAfter(today) && !day.isBefore(Election.FIRST_DAY),
                pointer,
                "must be a day from %s on that is not in the future".formatted(Election.FIRST_DAY));
    }

    private void require(boolean so, String pointer, String otherwise) {
        if (!so) {
            fault(pointer, otherwise);
        }
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
