package uk.hustings.polls.poll;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Figures;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.ReportedPoll;
import uk.hustings.polls.poll.domain.SeatPollKey;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Visibility;

/** A poll's row. The app has no right to update anything but visibility and version. */
@Entity
@Table(name = "poll")
class StoredPoll {

    @Id
    @Column(name = "poll_id")
    UUID pollId;

    @Column(updatable = false)
    String pollster;

    @Column(updatable = false)
    String client;

    @Column(updatable = false)
    String population;

    @Column(updatable = false)
    String question;

    @Column(name = "seat_code", updatable = false)
    String seatCode;

    @Column(name = "fieldwork_start", updatable = false)
    LocalDate fieldworkStart;

    @Column(name = "fieldwork_end", updatable = false)
    LocalDate fieldworkEnd;

    @Column(name = "sample_size", updatable = false)
    Integer sampleSize;

    @Column(name = "dont_know_pct", updatable = false)
    BigDecimal dontKnowPct;

    String visibility;

    @Version
    int version;

    static StoredPoll of(UUID pollId, ReportedPoll poll) {
        StoredPoll stored = new StoredPoll();
        stored.pollId = pollId;
        stored.pollster = poll.key().pollster();
        stored.client = poll.key().client();
        stored.population = Codes.codeOf(poll.key().population());
        stored.question = Codes.codeOf(poll.key().question());
        stored.seatCode = poll.key().seatCode().value();
        stored.fieldworkStart = poll.key().fieldworkStart();
        stored.fieldworkEnd = poll.key().fieldworkEnd();
        stored.sampleSize = poll.sampleSize();
        stored.dontKnowPct = poll.figures().dontKnowPct();
        stored.showTo(poll.visibility());
        return stored;
    }

    void showTo(Visibility changed) {
        visibility = Codes.codeOf(changed);
    }

    Visibility visibility() {
        return Codes.read(Visibility.class, visibility);
    }

    RecordedPoll with(List<Share> shares) {
        SeatPollKey key = new SeatPollKey(
                pollster,
                client,
                Codes.read(Population.class, population),
                Codes.read(Question.class, question),
                SeatCode.fromString(seatCode),
                fieldworkStart,
                fieldworkEnd);
        return new RecordedPoll(
                pollId, new ReportedPoll(key, visibility(), sampleSize, new Figures(shares, dontKnowPct)));
    }
}
