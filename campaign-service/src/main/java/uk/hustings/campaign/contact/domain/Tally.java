package uk.hustings.campaign.contact.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums over lines of counts: contacts by channel; by channel the attempts, over the lines that tell them, and the
 * contacts of just those lines; and canvass codes. Grows while it is made; nobody changes one that was handed on.
 */
public final class Tally {

    private static final int CHANNELS = Channel.values().length;

    /** Names of the sums, in their order. */
    public static final List<String> COLUMNS = columns();

    private final long[] sums;

    public Tally() {
        this(new long[COLUMNS.size()]);
    }

    private Tally(long[] sums) {
        this.sums = sums;
    }

    /** @param sums in the order of {@link #COLUMNS} */
    public static Tally of(long... sums) {
        if (sums.length != COLUMNS.size()) {
            throw new IllegalArgumentException("Not as many sums as there are columns: " + sums.length);
        }
        return new Tally(sums.clone());
    }

    public static Tally of(Collection<DayCount> counts) {
        Tally tally = new Tally();
        counts.forEach(tally::add);
        return tally;
    }

    public void add(DayCount count) {
        int channel = count.channel().ordinal();
        sums[channel] += count.contacts();
        if (count.attempts() != null) {
            sums[CHANNELS + channel] += count.attempts();
            sums[2 * CHANNELS + channel] += count.contacts();
        }
        count.codes().forEach((code, number) -> sums[3 * CHANNELS + code.ordinal()] += number);
    }

    public void add(Tally other) {
        Arrays.setAll(sums, column -> sums[column] + other.sums[column]);
    }

    /** What this has more than the other, column by column; 0 where it has less. */
    public Tally beyond(Tally other) {
        long[] more = new long[sums.length];
        Arrays.setAll(more, column -> Math.max(0, sums[column] - other.sums[column]));
        return new Tally(more);
    }

    /** Whether any channel has more contacts here than there. */
    public boolean hasMoreContactsThan(Tally other) {
        return Arrays.stream(Channel.values()).anyMatch(channel -> contacts(channel) > other.contacts(channel));
    }

    /** @param column index in {@link #COLUMNS} */
    public long sum(int column) {
        return sums[column];
    }

    public boolean nothing() {
        return Arrays.stream(sums).allMatch(sum -> sum == 0);
    }

    public long contacts(Channel channel) {
        return sums[channel.ordinal()];
    }

    /** Over all channels. */
    public long contacts() {
        return Arrays.stream(sums, 0, CHANNELS).sum();
    }

    /** Over the lines that tell them. */
    public long attempts(Channel channel) {
        return sums[CHANNELS + channel.ordinal()];
    }

    public long attempts() {
        return Arrays.stream(sums, CHANNELS, 2 * CHANNELS).sum();
    }

    /** Contacts of the lines that tell their attempts. */
    public long attempted(Channel channel) {
        return sums[2 * CHANNELS + channel.ordinal()];
    }

    public long attempted() {
        return Arrays.stream(sums, 2 * CHANNELS, 3 * CHANNELS).sum();
    }

    public long code(CanvassCode code) {
        return sums[3 * CHANNELS + code.ordinal()];
    }

    public long codes(Set<CanvassCode> of) {
        return of.stream().mapToLong(this::code).sum();
    }

    /** Contacts by the channels that have any. */
    public Map<Channel, Long> byChannel() {
        Map<Channel, Long> contacts = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            if (contacts(channel) > 0) {
                contacts.put(channel, contacts(channel));
            }
        }
        return contacts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && Arrays.equals(sums, tally.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return Arrays.toString(sums);
    }

    private static List<String> columns() {
        List<String> names = new ArrayList<>();
        for (String pattern : List.of("%s", "%s_attempts", "%s_attempted")) {
            for (Channel channel : Channel.values()) {
                names.add(pattern.formatted(channel.code().replace('-', '_')));
            }
        }
        for (CanvassCode code : CanvassCode.values()) {
            names.add(code.code().replace('-', '_'));
        }
        return List.copyOf(names);
    }
}
