package uk.hustings.polls.forecast;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.polls.forecast.domain.Forecast;
import uk.hustings.polls.forecast.domain.Forecast.PartyForecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatForecast;
import uk.hustings.polls.forecast.domain.WhatIf;
import uk.hustings.polls.seatref.Seats;

/** Draws a forecast anew with something taken to be otherwise: one at a time, and not on the event loop. */
@ApplicationScoped
class WhatIfDesk {

    private static final double MOST_NATIONAL = 50;
    private static final double MOST_LEAD = 100;
    private static final int MOST_WAITING = 8;

    private final Results results;
    private final Canonical canonical;
    private final KeptReplies replies;
    private final Seats seats;
    private final ExecutorService thread =
            new ThreadPoolExecutor(0, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                Thread worker = new Thread(work, "what-ifs");
                worker.setDaemon(true);
                return worker;
            });

    WhatIfDesk(Results results, Canonical canonical, KeptReplies replies, Seats seats) {
        this.results = results;
        this.canonical = canonical;
        this.replies = replies;
        this.seats = seats;
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    /**
     * @param run that is done
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT; NOT_READY when too many wait
     */
    Uni<Reply> ask(Run run, WhatIfOrder order) {
        return results.of(run, Forecast.class).chain(before -> {
            WhatIf whatIf = scrutinised(order, before);
            return results.onThisContext(results.inputs(run).chain(frozen -> drawn(run, frozen, whatIf)))
                    .map(after -> WhatIfView.of(run, before, after, seats.book()))
                    .chain(difference ->
                            replies.once(200, session -> Uni.createFrom().item(difference), answered -> null));
        });
    }

    private Uni<Forecast> drawn(Run run, FrozenInputs frozen, WhatIf whatIf) {
        return Uni.createFrom()
                .item(() -> canonical.asStored(
                        Forecast.of(frozen.inputs(), whatIf, run.elections(), run.seed(), done -> {}), Forecast.class))
                .runSubscriptionOn(thread)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> ProblemType.NOT_READY.because("Too many ask at the moment; try again."));
    }

    private static WhatIf scrutinised(WhatIfOrder order, Forecast forecast) {
        List<FieldError> faults = new ArrayList<>();
        Map<String, PartyForecast> parties =
                forecast.parties().stream().collect(Collectors.toMap(PartyForecast::party, Function.identity()));
        Map<String, Double> national = new TreeMap<>();
        order.nationalOrNone().forEach((party, pts) -> {
            String pointer = "/nationalPts/"
                    + OrderScrutiny.shortened(party).replace("~", "~0").replace("/", "~1");
            if (!parties.containsKey(party) || parties.get(party).nationalPct() <= 0) {
                faults.add(FieldError.at(pointer, "names no party that the forecast has a national share of"));
            } else if (pts == null || !(Math.abs(pts) <= MOST_NATIONAL)) {
                faults.add(FieldError.at(pointer, "must be −50 to 50"));
            } else {
                national.put(party, pts);
            }
        });
        Map<String, WhatIf.Lead> leads = leads(order.leadsOrNone(), forecast, faults);
        Faults.refuseAny(faults);
        return new WhatIf(national, leads);
    }

    private static Map<String, WhatIf.Lead> leads(
            List<WhatIfOrder.SeatLead> stated, Forecast forecast, List<FieldError> faults) {
        Map<String, SeatForecast> seats =
                forecast.seats().stream().collect(Collectors.toMap(SeatForecast::seat, Function.identity()));
        Map<String, WhatIf.Lead> leads = new TreeMap<>();
        for (int i = 0; i < stated.size(); i++) {
            WhatIfOrder.SeatLead lead = stated.get(i);
            String pointer = "/leads/" + i;
            SeatForecast seat = lead == null || lead.seatCode() == null ? null : seats.get(lead.seatCode());
            if (seat == null) {
                faults.add(FieldError.at(pointer + "/seatCode", "names no seat of the forecast"));
            } else if (seat.parties().stream().noneMatch(party -> party.party().equals(lead.party()))) {
                faults.add(FieldError.at(pointer + "/party", "names no party that stands in this seat"));
            } else if (lead.pts() == null || !(Math.abs(lead.pts()) <= MOST_LEAD)) {
                faults.add(FieldError.at(pointer + "/pts", "must be −100 to 100"));
            } else if (leads.put(lead.seatCode(), new WhatIf.Lead(lead.party(), lead.pts())) != null) {
                faults.add(FieldError.at(pointer + "/seatCode", "stands in the list already"));
            }
        }
        return leads;
    }
}
