package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.contact.domain.DayCount;
import uk.hustings.campaign.contact.domain.PartySeat;

/** Ids that batches have in the systems that they come from: under one id a local party's contacts count once. */
@ApplicationScoped
class ContactSources {

    /**
     * Claims an id for local parties. To be done before anything else, so that two who send the same take turns.
     *
     * @param digests of what each sends, by local party, in the order in which the rows are taken
     * @return local parties who have sent just this before
     * @throws uk.hustings.api.problem.Problem ALREADY_RECORDED naming those who have sent something else under this id
     */
    Uni<Set<String>> claim(Mutiny.StatelessSession session, String sourceBatchId, SortedMap<String, String> digests) {
        if (sourceBatchId == null) {
            return Uni.createFrom().item(Set.of());
        }
        String[] parties = digests.keySet().toArray(String[]::new);
        return session.createNativeQuery("""
                        insert into contact_source (local_party, source_batch_id, digest)
                        select s.local_party, cast(:source as text), s.digest
                        from unnest(cast(:parties as text[]), cast(:digests as text[])) with ordinality
                             as s (local_party, digest, line)
                        order by s.line
                        on conflict (local_party, source_batch_id) do nothing
                        returning local_party
                        """, String.class)
                .setParameter("source", sourceBatchId)
                .setParameter("parties", parties)
                .setParameter("digests", digests.values().toArray(String[]::new))
                .getResultList()
                .chain(claimed -> {
                    Set<String> before = new HashSet<>(digests.keySet());
                    claimed.forEach(before::remove);
                    return before.isEmpty()
                            ? Uni.createFrom().item(Set.<String>of())
                            : sameAsBefore(session, sourceBatchId, digests, before);
                });
    }

    private static Uni<Set<String>> sameAsBefore(
            Mutiny.StatelessSession session, String sourceBatchId, Map<String, String> digests, Set<String> before) {
        return session.createNativeQuery("""
                        select local_party, digest from contact_source
                        where source_batch_id = :source and local_party = any(cast(:parties as text[]))
                        """, Object[].class)
                .setParameter("source", sourceBatchId)
                .setParameter("parties", before.toArray(String[]::new))
                .getResultList()
                .map(rows -> {
                    List<String> others = rows.stream()
                            .filter(row -> !row[1].equals(digests.get((String) row[0])))
                            .map(row -> (String) row[0])
                            .sorted()
                            .toList();
                    if (!others.isEmpty()) {
                        throw alreadyRecorded(sourceBatchId).with("localParties", others);
                    }
                    return before;
                });
    }

    static uk.hustings.api.problem.Problem alreadyRecorded(String sourceBatchId) {
        return ProblemType.ALREADY_RECORDED
                .because("A batch with this sourceBatchId is recorded; it counts once.")
                .with("sourceBatchId", sourceBatchId);
    }

    /** What a local party sends, whatever the order of its lines. */
    static String digest(Map<PartySeat, ? extends Collection<DayCount>> counts) {
        Map<PartySeat, Collection<DayCount>> all = new HashMap<>(counts);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            all.entrySet().stream()
                    .flatMap(place -> place.getValue().stream()
                            .map(count -> place.getKey().seat() + " " + count.fingerprint() + "\n"))
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
