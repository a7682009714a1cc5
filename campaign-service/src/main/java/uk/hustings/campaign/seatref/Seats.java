package uk.hustings.campaign.seatref;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Tagged;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.CampaignConfig;
import uk.hustings.campaign.seatref.Standings.Standing;

/** The seats as this replica knows them. When seats-service is gone the last snapshot serves on. */
@Startup
@ApplicationScoped
public class Seats {

    private static final Duration EVERY = Duration.ofSeconds(10);

    /** A snapshot with its look-up table. */
    private record Snapshot(List<Standing> seats, Map<SeatCode, Standing> byCode) {
        static Snapshot of(Standings standings) {
            return new Snapshot(
                    standings.seats(),
                    standings.seats().stream()
                            .collect(Collectors.toUnmodifiableMap(Standing::seatCode, Function.identity())));
        }
    }

    private final SeatsClient client;
    private final String party;
    private final Follower<Tagged<Snapshot>> follower;

    Seats(@RestClient SeatsClient client, CampaignConfig config) {
        this.client = client;
        this.party = config.party();
        this.follower = Follower.follow(
                "seats-service",
                new Follower.Source<Tagged<Snapshot>>() {
                    @Override
                    public Uni<Tagged<Snapshot>> fetch(Tagged<Snapshot> known) {
                        return Tagged.fetch(known, etag -> client.standings(party, etag), Snapshot::of);
                    }

                    @Override
                    public Multi<?> signals() {
                        return Announcer.watched(client.events());
                    }
                },
                EVERY,
                changed -> {});
    }

    @PreDestroy
    void stop() {
        follower.close();
    }

    /** Every seat that is known; empty before the first snapshot. */
    public List<Standing> all() {
        return follower.current().map(tagged -> tagged.value().seats()).orElse(List.of());
    }

    /** @throws uk.hustings.api.problem.Problem NOT_READY before the first snapshot */
    public Optional<Standing> find(SeatCode seat) {
        Tagged<Snapshot> known = follower.current()
                .orElseThrow(() -> ProblemType.NOT_READY.because("The seats are not known yet; try again."));
        return Optional.ofNullable(known.value().byCode().get(seat));
    }

    /** @throws uk.hustings.api.problem.Problem NOT_FOUND if there is no such seat; NOT_READY before the first snapshot */
    public Standing get(SeatCode seat) {
        return find(seat).orElseThrow(() -> ProblemType.NOT_FOUND.because("No seat has this code."));
    }

    /** Whether a first snapshot has come. */
    boolean known() {
        return follower.current().isPresent();
    }

    /** Real time since seats-service last confirmed the snapshot. */
    Optional<Duration> age() {
        return follower.age();
    }
}
