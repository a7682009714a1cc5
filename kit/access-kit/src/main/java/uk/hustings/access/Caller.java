package uk.hustings.access;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.hustings.api.id.SeatCode;

/**
 * Who is calling, as the token says.
 *
 * @param subject stable id of the account; null for nobody
 * @param name as the account is called by people
 * @param roles what the caller may do; {@code ANONYMOUS} alone for nobody
 * @param seats own seats (client roles {@code seat:<code>})
 * @param twins seats the local party is twinned with (client roles {@code twin:<code>})
 * @param localParties ids from the token: one at the most for a sound account
 * @param region GSS code of the region; null if none
 */
public record Caller(
        String subject,
        String name,
        Set<Role> roles,
        Set<SeatCode> seats,
        Set<SeatCode> twins,
        List<String> localParties,
        String region) {

    public static final Caller NOBODY =
            new Caller(null, "anonymous", EnumSet.of(Role.ANONYMOUS), Set.of(), Set.of(), List.of(), null);

    private static final String SEAT_ROLE = "seat:";
    private static final String TWIN_ROLE = "twin:";

    /** Reads realm and client roles apart; a role that is none of ours is passed over. */
    static Caller of(
            String subject, String name, Iterable<String> tokenRoles, List<String> localParties, String region) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<SeatCode> seats = new HashSet<>();
        Set<SeatCode> twins = new HashSet<>();
        for (String role : tokenRoles) {
            if (role.startsWith(SEAT_ROLE)) {
                seats.add(SeatCode.fromString(role.substring(SEAT_ROLE.length())));
            } else if (role.startsWith(TWIN_ROLE)) {
                twins.add(SeatCode.fromString(role.substring(TWIN_ROLE.length())));
            } else {
                Role.fromToken(role).ifPresent(roles::add);
            }
        }
        return new Caller(
                subject,
                name,
                Set.copyOf(roles),
                Set.copyOf(seats),
                Set.copyOf(twins),
                List.copyOf(localParties),
                region);
    }

    /** The caller's local party; empty for those who have none, and for an account that has two. */
    public Optional<String> localParty() {
        return localParties.size() == 1 ? Optional.of(localParties.get(0)) : Optional.empty();
    }

    /** The same caller of these local parties alone, without the seats that are lost. */
    Caller without(List<String> remaining, Predicate<SeatCode> lost) {
        if (remaining.size() == localParties.size()
                && seats.stream().noneMatch(lost)
                && twins.stream().noneMatch(lost)) {
            return this;
        }
        return new Caller(
                subject,
                name,
                roles,
                seats.stream().filter(lost.negate()).collect(Collectors.toUnmodifiableSet()),
                twins.stream().filter(lost.negate()).collect(Collectors.toUnmodifiableSet()),
                remaining,
                region);
    }

    public boolean anonymous() {
        return roles.contains(Role.ANONYMOUS);
    }
}
