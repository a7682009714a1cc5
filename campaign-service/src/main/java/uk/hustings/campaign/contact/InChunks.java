package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Work on a long list, one part after the other, so that no statement holds all of it. */
final class InChunks {

    private InChunks() {}

    /** @param most items that a part may have */
    static <T> Uni<Void> of(List<T> items, int most, Function<List<T>, Uni<?>> work) {
        if (items.size() <= most) {
            return items.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : work.apply(items).replaceWithVoid();
        }
        int parts = (items.size() + most - 1) / most;
        return Multi.createFrom()
                .items(IntStream.range(0, parts).boxed())
                .onItem()
                .transformToUniAndConcatenate(
                        part -> work.apply(items.subList(part * most, Math.min(items.size(), (part + 1) * most))))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
