package uk.hustings.gateway.edge.domain;

/**
 * Who counts as one caller where requests are limited.
 *
 * @param value an account, or a network address
 */
public record CallerKey(String value) {

    private static final int GROUPS_OF_A_NETWORK = 4;

    /** @param subject of an access token that was accepted */
    public static CallerKey ofAccount(String subject) {
        return new CallerKey("account " + subject);
    }

    /** @param address IPv4, or IPv6, of which a subscriber has a whole /64 */
    public static CallerKey ofAddress(String address) {
        String[] groups = address.split(":", -1);
        if (groups.length <= GROUPS_OF_A_NETWORK || address.startsWith("::")) {
            return new CallerKey("address " + address);
        }
        StringBuilder network = new StringBuilder("network");
        for (int i = 0; i < GROUPS_OF_A_NETWORK && !groups[i].isEmpty(); i++) {
            network.append(i == 0 ? ' ' : ':').append(groups[i]);
        }
        return new CallerKey(network.toString());
    }
}
