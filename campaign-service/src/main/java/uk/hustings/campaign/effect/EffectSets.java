package uk.hustings.campaign.effect;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.effect.domain.Effect;
import uk.hustings.campaign.effect.domain.EffectChannel;
import uk.hustings.campaign.effect.domain.EffectContext;
import uk.hustings.campaign.effect.domain.EffectSet;
import uk.hustings.campaign.effect.domain.Outcome;
import uk.hustings.campaign.effect.domain.ShippedEffectSets;

/** All versions of effect sets: those that are shipped, and those in the database, which are added and never altered. */
@ApplicationScoped
public class EffectSets {

    private static final String FIND = """
            select s.set_id, s.version, s.title, s.context, s.reason, s.author, s.created_at,
                w.reason, w.withdrawn_by, w.withdrawn_at,
                e.channel, e.outcome, e.value, e.standard_error, e.half_life_weeks, e.contacts_per_unit, e.source,
                e.source_url
            from effect_set s
            join effect_set_effect e using (set_id, version)
            left join effect_set_withdrawal w using (set_id, version)
            where $1::text is null or s.set_id = $1
            order by s.set_id, s.version desc, e.position
            """;

    /** Every version: the shipped sets first, then the others by id; of each the newest version first. */
    public Uni<List<EffectSetVersion>> all(Mutiny.StatelessSession session) {
        return stored(session, null).map(stored -> {
            List<EffectSetVersion> all = new ArrayList<>(ShippedEffectSets.ALL.stream()
                    .map(EffectSetVersion::shipped)
                    .toList());
            all.addAll(stored);
            return all;
        });
    }

    /** The versions of one set, newest first; none if no set has the id. */
    public Uni<List<EffectSetVersion>> versions(Mutiny.StatelessSession session, String id) {
        return ShippedEffectSets.find(id)
                .map(set -> Uni.createFrom().item(List.of(EffectSetVersion.shipped(set))))
                .orElseGet(() -> stored(session, id));
    }

    /**
     * One version, withdrawn or not.
     *
     * @param version null for the newest that is not withdrawn
     */
    public Uni<Optional<EffectSetVersion>> find(Mutiny.StatelessSession session, String id, Integer version) {
        return versions(session, id).map(versions -> versions.stream()
                .filter(found ->
                        version == null ? !found.withdrawn() : found.set().version() == version)
                .findFirst());
    }

    /** Waits until nobody else changes this set; lasts until the transaction ends. */
    Uni<Void> lock(Mutiny.StatelessSession session, String id) {
        return Sql.rows(
                        session,
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('effect set ' || $1, 0))) locked",
                        id)
                .replaceWithVoid();
    }

    Uni<Void> add(Mutiny.StatelessSession session, EffectSetVersion version) {
        EffectSet set = version.set();
        return Sql.change(
                        session,
                        """
                        insert into effect_set (set_id, version, title, context, reason, author, created_at)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """,
                        set.id(),
                        set.version(),
                        set.title(),
                        set.context().code(),
                        version.reason(),
                        version.author(),
                        at(version.createdAt()))
                .chain(() -> addEffects(session, set));
    }

    private static Uni<Void> addEffects(Mutiny.StatelessSession session, EffectSet set) {
        List<Effect> effects = set.effects();
        return Sql.change(
                        session,
                        """
                        insert into effect_set_effect (set_id, version, position, channel, outcome, value, standard_error,
                            half_life_weeks, contacts_per_unit, source, source_url)
                        select $1, $2, e.position, e.channel, e.outcome, e.value, e.error, e.half_life, e.contacts,
                            e.source, e.url
                        from unnest(cast($3 as text[]), cast($4 as text[]), cast($5 as float8[]), cast($6 as float8[]),
                                cast($7 as float8[]), cast($8 as float8[]), cast($9 as text[]), cast($10 as text[]))
                            with ordinality
                            as e (channel, outcome, value, error, half_life, contacts, source, url, position)
                        """,
                        set.id(),
                        set.version(),
                        texts(effects, effect -> effect.channel().code()),
                        texts(effects, effect -> effect.outcome().code()),
                        numbers(effects, Effect::value),
                        numbers(effects, Effect::standardError),
                        numbers(effects, Effect::halfLifeWeeks),
                        numbers(effects, Effect::contactsPerUnit),
                        texts(effects, Effect::source),
                        texts(effects, Effect::sourceUrl))
                .replaceWithVoid();
    }

    Uni<Void> withdraw(
            Mutiny.StatelessSession session, String id, int version, EffectSetVersion.Withdrawal withdrawal) {
        return Sql.change(session, """
                        insert into effect_set_withdrawal (set_id, version, reason, withdrawn_by, withdrawn_at)
                        values ($1, $2, $3, $4, $5)
                        """, id, version, withdrawal.reason(), withdrawal.by(), at(withdrawal.at()))
                .replaceWithVoid();
    }

    private static Uni<List<EffectSetVersion>> stored(Mutiny.StatelessSession session, String id) {
        return Sql.rows(session, FIND, id).map(rows -> {
            Map<List<Object>, List<Object[]>> versions = new LinkedHashMap<>();
            rows.forEach(row -> versions.computeIfAbsent(List.of(row[0], row[1]), key -> new ArrayList<>())
                    .add(row));
            return versions.values().stream().map(EffectSets::version).toList();
        });
    }

    private static EffectSetVersion version(List<Object[]> rows) {
        Object[] first = rows.get(0);
        EffectSet set = new EffectSet(
                (String) first[0],
                (Integer) first[1],
                (String) first[2],
                EffectContext.fromCode((String) first[3]).orElseThrow(),
                rows.stream().map(EffectSets::effect).toList());
        return new EffectSetVersion(
                set,
                (String) first[5],
                (String) first[4],
                instant(first[6]),
                first[9] == null
                        ? null
                        : new EffectSetVersion.Withdrawal((String) first[7], (String) first[8], instant(first[9])));
    }

    private static Effect effect(Object[] row) {
        return new Effect(
                EffectChannel.fromCode((String) row[10]).orElseThrow(),
                Outcome.fromCode((String) row[11]).orElseThrow(),
                (Double) row[12],
                (Double) row[13],
                (Double) row[14],
                (Double) row[15],
                (String) row[16],
                (String) row[17]);
    }

    private static String[] texts(List<Effect> effects, Function<Effect, String> cell) {
        return effects.stream().map(cell).toArray(String[]::new);
    }

    private static Double[] numbers(List<Effect> effects, Function<Effect, Double> cell) {
        return effects.stream().map(cell).toArray(Double[]::new);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(Object time) {
        return ((OffsetDateTime) time).toInstant();
    }
}
