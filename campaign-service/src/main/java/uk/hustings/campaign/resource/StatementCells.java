package uk.hustings.campaign.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.resource.domain.Basis;
import uk.hustings.campaign.resource.domain.Holder;
import uk.hustings.campaign.resource.domain.ResourceKind;
import uk.hustings.campaign.resource.domain.ResourceWeek;

/** Reads rows of the database, whose cells have other types by one driver than by the other. */
final class StatementCells {

    /** The columns of a statement {@code s}, in the order of {@link #statement}. */
    static final String COLUMNS = "s.id, s.holder_kind, s.holder, s.kind, s.week_start, s.basis, s.edition, s.replaces,"
            + " s.amount, s.source, s.reason, s.author, s.stated_at";

    private StatementCells() {}

    static ResourceStatement statement(Object[] row) {
        ResourceKind kind = ResourceKind.fromCode((String) row[3]).orElseThrow();
        return new ResourceStatement(
                (UUID) row[0],
                new ResourceStatement.Key(
                        new ResourceWeek(holder(row[1], row[2]), kind, new IsoWeek(day(row[4]))),
                        Basis.fromCode((String) row[5]).orElseThrow()),
                ((Number) row[6]).intValue(),
                row[7] == null ? null : ((Number) row[7]).intValue(),
                amount(kind, decimal(row[8])),
                (String) row[9],
                (String) row[10],
                (String) row[11],
                row[12] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[12]);
    }

    /** The column has two decimal places for all kinds. */
    private static BigDecimal amount(ResourceKind kind, BigDecimal amount) {
        return amount == null || !kind.whole() ? amount : amount.setScale(0, RoundingMode.UNNECESSARY);
    }

    static Holder holder(Object kind, Object id) {
        return new Holder(Holder.Kind.fromCode((String) kind).orElseThrow(), (String) id);
    }

    static LocalDate day(Object cell) {
        return cell instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) cell;
    }

    /** @param cell a {@code numeric}; null gives null */
    static BigDecimal decimal(Object cell) {
        return cell == null ? null : new BigDecimal(cell.toString());
    }
}
