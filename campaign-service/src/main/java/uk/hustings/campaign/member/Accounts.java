package uk.hustings.campaign.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import uk.hustings.access.Role;
import uk.hustings.campaign.member.domain.Membership;
import uk.hustings.campaign.rolesync.KeycloakRealm;

/**
 * The accounts in Keycloak and the groups of local parties that they are in. Blocks: for workers only. Every method
 * throws {@link uk.hustings.campaign.rolesync.KeycloakFailure} if Keycloak cannot be asked.
 */
@ApplicationScoped
class Accounts {

    private static final String LOCAL_PARTIES = "local-parties/";
    private static final String REGIONS = "regions/";
    private static final String KEY_HOLDERS = "key-holders";
    private static final String OF_A_SERVICE = "service-account-";
    private static final int AT_ONCE = 500;

    private final KeycloakRealm keycloak;

    Accounts(KeycloakRealm keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * An account.
     *
     * @param id what tokens call their subject
     * @param name given and family name; null if it has neither
     */
    record Account(String id, String username, String name, boolean enabled) {
        static Account of(UserRepresentation user) {
            String name = Stream.of(user.getFirstName(), user.getLastName())
                    .filter(part -> part != null && !part.isBlank())
                    .collect(Collectors.joining(" "));
            return new Account(
                    user.getId(),
                    user.getUsername(),
                    name.isEmpty() ? null : name,
                    Boolean.TRUE.equals(user.isEnabled()));
        }
    }

    /**
     * What Keycloak knows of an account at this moment.
     *
     * @param widerRoles by which it reaches beyond a local party, so that it can be a member of none
     */
    record Standing(Account account, Membership membership, List<String> widerRoles) {}

    /** Empty if nobody logs in under this name. */
    Optional<Account> find(AccountName name) {
        return keycloak.ask(realm -> realm.users().searchByUsername(name.value(), true)).stream()
                .findFirst()
                .map(Account::of);
    }

    /** Empty if there is no such account. */
    Optional<Standing> standing(String accountId) {
        return keycloak.find(realm -> realm.users().get(accountId).toRepresentation())
                .map(Account::of)
                .map(account -> {
                    List<String> groups = groupsOf(accountId);
                    return new Standing(account, membership(groups), widerRoles(account, groups));
                });
    }

    /** Those of its groups too. */
    private List<String> widerRoles(Account account, List<String> groups) {
        Stream<String> roles =
                keycloak
                        .ask(realm -> realm.users()
                                .get(account.id())
                                .roles()
                                .realmLevel()
                                .listEffective())
                        .stream()
                        .map(RoleRepresentation::getName)
                        .filter(role ->
                                Role.fromToken(role).filter(Role::isWider).isPresent());
        Stream<String> regions =
                groups.stream().filter(path -> path.startsWith(REGIONS)).map(path -> "region");
        Stream<String> programs =
                account.username().startsWith(OF_A_SERVICE) ? Stream.of(Role.SERVICE.code()) : Stream.empty();
        return Stream.of(roles, regions, programs)
                .flatMap(wider -> wider)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> groupsOf(String accountId) {
        return keycloak.ask(realm -> realm.users().get(accountId).groups()).stream()
                .map(group -> group.getPath().substring(1))
                .toList();
    }

    private static Membership membership(List<String> groups) {
        return new Membership(
                groups.stream()
                        .filter(path -> path.startsWith(LOCAL_PARTIES))
                        .map(path -> path.substring(LOCAL_PARTIES.length()))
                        .toList(),
                groups.contains(KEY_HOLDERS));
    }

    /**
     * Empty if the local party has no member of this name. It looks through the members only, so that neither the answer
     * nor the time that it takes says whether an account has this name elsewhere.
     */
    Optional<Account> memberOf(String localParty, AccountName name) {
        return groupId(LOCAL_PARTIES + localParty).map(this::everybodyIn).orElse(List.of()).stream()
                .filter(account -> account.username().equalsIgnoreCase(name.value()))
                .findFirst();
    }

    boolean holdsKey(String accountId) {
        return membership(groupsOf(accountId)).keyHolder();
    }

    /** Everybody in a local party, by the name under which they log in. */
    List<Member> membersOf(String localParty) {
        Optional<String> group = groupId(LOCAL_PARTIES + localParty);
        if (group.isEmpty()) {
            return List.of();
        }
        Set<String> keyHolders = groupId(KEY_HOLDERS).map(this::everybodyIn).orElse(List.of()).stream()
                .map(Account::id)
                .collect(Collectors.toSet());
        return everybodyIn(group.get()).stream()
                .map(account -> Member.of(account, keyHolders.contains(account.id())))
                .sorted(java.util.Comparator.comparing(Member::account))
                .toList();
    }

    /** @throws uk.hustings.campaign.rolesync.KeycloakFailure also if the local party has no group yet */
    void join(String accountId, String localParty) {
        enter(accountId, LOCAL_PARTIES + localParty);
    }

    void leave(String accountId, String localParty) {
        exit(accountId, LOCAL_PARTIES + localParty);
    }

    void giveKey(String accountId) {
        enter(accountId, KEY_HOLDERS);
    }

    void takeKey(String accountId) {
        exit(accountId, KEY_HOLDERS);
    }

    private void enter(String accountId, String path) {
        String group = groupId(path).orElseThrow(() -> KeycloakRealm.missing("Keycloak has no group " + path + " yet"));
        keycloak.ask(realm -> {
            realm.users().get(accountId).joinGroup(group);
            return null;
        });
    }

    private void exit(String accountId, String path) {
        groupId(path)
                .ifPresent(group -> keycloak.find(realm -> {
                    realm.users().get(accountId).leaveGroup(group);
                    return group;
                }));
    }

    private Optional<String> groupId(String path) {
        return keycloak.find(realm -> realm.getGroupByPath(path)).map(GroupRepresentation::getId);
    }

    private List<Account> everybodyIn(String groupId) {
        List<Account> everybody = new ArrayList<>();
        List<UserRepresentation> some;
        do {
            int from = everybody.size();
            some = keycloak.ask(realm -> realm.groups().group(groupId).members(from, AT_ONCE, true));
            some.stream().map(Account::of).forEach(everybody::add);
        } while (some.size() == AT_ONCE);
        return everybody;
    }
}
