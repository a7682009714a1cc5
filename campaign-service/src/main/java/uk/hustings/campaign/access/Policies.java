package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.CampaignConfig;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** The versions of the access policy; the newest is in force. */
@ApplicationScoped
class Policies {

    /** A version with who made it and why. */
    record Activated(AccessPolicy policy, String activatedBy, String reason) {}

    private final Instant pollsClose;

    Policies(CampaignConfig config) {
        this.pollsClose = config.pollsClose();
    }

    Uni<AccessPolicy> current(Mutiny.StatelessSession session) {
        return versions(session, 1).map(newest -> newest.get(0).policy());
    }

    /** Newest first. */
    Uni<List<Activated>> versions(Mutiny.StatelessSession session, int most) {
        return session.createNativeQuery("""
                        select version, weekly_limit, warn_at, channels, classes, valid_until, activated_by, reason
                        from access_policy order by version desc limit :most
                        """, Object[].class)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(this::activated).toList());
    }

    private Activated activated(Object[] row) {
        Set<Channel> channels = Arrays.stream(((String) row[3]).split(" "))
                .map(code -> Channel.fromCode(code).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
        Set<BattlegroundClass> classes = Arrays.stream(((String) row[4]).split(" "))
                .map(code -> BattlegroundClass.fromCode(code).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BattlegroundClass.class)));
        Instant validUntil = instant(row[5]);
        Instant ends = validUntil != null && validUntil.isBefore(pollsClose) ? validUntil : pollsClose;
        AccessPolicy policy = new AccessPolicy(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue(),
                channels,
                classes,
                ends);
        return new Activated(policy, (String) row[6], (String) row[7]);
    }

    private static Instant instant(Object value) {
        return value instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
