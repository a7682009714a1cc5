package uk.hustings.polls.indicator.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All evidence that is no poll, private and withdrawn too. Immutable. */
public final class ItemBook {

    public static final ItemBook EMPTY = new ItemBook(Map.of());

    private final Map<UUID, RecordedItem> byId;
    private final Map<ItemKey, RecordedItem> byKey = new HashMap<>();

    private ItemBook(Map<UUID, RecordedItem> byId) {
        this.byId = byId;
        byId.values().forEach(item -> byKey.put(item.item().key(), item));
    }

    /** @param changed items that are new or stand otherwise than before */
    public ItemBook with(Collection<RecordedItem> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        Map<UUID, RecordedItem> all = new HashMap<>(byId);
        changed.forEach(item -> all.put(item.itemId(), item));
        return new ItemBook(all);
    }

    /** In no order. */
    public Stream<RecordedItem> stream() {
        return byId.values().stream();
    }

    /** Whoever asks must know what its caller may see. */
    public Optional<RecordedItem> find(UUID itemId) {
        return Optional.ofNullable(byId.get(itemId));
    }

    public Optional<RecordedItem> find(ItemKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Ends of all embargoes, past ones too. */
    public Stream<Instant> embargoEnds() {
        return stream().map(RecordedItem::embargoedUntil).filter(Objects::nonNull);
    }
}
