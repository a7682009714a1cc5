package uk.hustings.polls.poll;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.hustings.polls.poll.domain.Figures;
import uk.hustings.polls.poll.domain.Share;

/** One answer's row. */
@Entity
@Table(name = "poll_share")
@IdClass(StoredShare.Key.class)
class StoredShare {

    record Key(UUID pollId, String option) {}

    @Id
    @Column(name = "poll_id")
    UUID pollId;

    @Id
    @Column(name = "option_code")
    String option;

    short place;
    BigDecimal pct;

    static List<StoredShare> of(UUID pollId, Figures figures) {
        List<StoredShare> stored = new ArrayList<>();
        for (Share share : figures.shares()) {
            StoredShare row = new StoredShare();
            row.pollId = pollId;
            row.option = share.option();
            row.place = (short) stored.size();
            row.pct = share.pct();
            stored.add(row);
        }
        return stored;
    }

    UUID pollId() {
        return pollId;
    }

    Share share() {
        return new Share(option, pct);
    }
}
