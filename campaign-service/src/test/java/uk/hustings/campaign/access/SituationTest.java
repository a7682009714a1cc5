package uk.hustings.campaign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.access.Situation.Ending;
import uk.hustings.campaign.access.Situation.Verdict;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

class SituationTest {

    private static final Instant NOW = Instant.parse("2015-04-14T11:00:00Z");
    private static final Instant POLLS_CLOSE = Instant.parse("2015-05-07T21:00:00Z");
    private static final PartySeat WIGAN = new PartySeat("wigan", SeatCode.fromString("E14001042"));
    private static final AccessPolicy POLICY = policy(1, Duration.ZERO);

    @Test
    void aCorrectionThatRaisesTheCountLocks() {
        Verdict verdict = judge(POLICY, List.of(), Map.of(), 501, null);

        assertThat(outcomes(verdict)).containsExactly("locked");
        assertThat(verdict.standing().until()).isEqualTo(POLLS_CLOSE);
        assertThat(verdict.made().get(0).byChannel()).containsEntry("doorstep", 501L);
    }

    @Test
    void aCorrectionThatRaisesTheCountWarnsOnceAWeek() {
        Verdict first = judge(POLICY, List.of(), Map.of(), 400, null);
        assertThat(outcomes(first)).containsExactly("warned");

        AccessDecision given = first.made().get(0);
        Verdict second = new Situation(
                        WIGAN,
                        POLICY,
                        BattlegroundClass.NON_BATTLEGROUND,
                        true,
                        null,
                        Map.of(),
                        List.of(),
                        weeks(450),
                        Map.of(given.weekStart(), given))
                .judge(weeks(450), null, NOW);
        assertThat(second.made()).isEmpty();
        assertThat(second.standing().decisionId()).isEqualTo(given.id());
    }

    @Test
    void aNoticeThatIsDueLocksIfTheCountIsStillOverAndEndsIfNot() {
        AccessPolicy aDaysNotice = policy(1, Duration.ofDays(1));
        AccessDecision given = AccessDecision.notice(WIGAN.localParty(), WIGAN.seat(), NOW.minusSeconds(9), NOW, "Over")
                .on(aDaysNotice, weeks(501).get(0));
        Respite due = respite(Respites.NOTICE, given.id(), NOW, null);

        assertThat(outcomes(judge(aDaysNotice, List.of(due), Map.of(given.id(), given), 501, null)))
                .containsExactly("locked");
        assertThat(outcomes(judge(aDaysNotice, List.of(due), Map.of(given.id(), given), 399, null)))
                .containsExactly("notice-ended");
    }

    @Test
    void anExemptionThatEndsInTheMiddleOfAWeekLeavesTheWeekToBeWeighed() {
        Respite over = respite(Respites.EXEMPTION, UUID.randomUUID(), NOW, null);

        assertThat(outcomes(judge(POLICY, List.of(over), Map.of(), 501, null)))
                .containsExactly("exemption-ended", "locked");
        assertThat(outcomes(judge(POLICY, List.of(over), Map.of(), 10, null))).containsExactly("exemption-ended");
    }

    @Test
    void whatAPersonLockedIsLockedAgainWhenTheEmergencyIsOver() {
        AccessDecision byHand = AccessDecision.locked(
                WIGAN.localParty(), WIGAN.seat(), "hq", NOW.minusSeconds(99), POLLS_CLOSE, "Because");
        Respite emergency = respite(Respites.BREAK_GLASS, UUID.randomUUID(), NOW, byHand.id());

        Verdict verdict = judge(POLICY, List.of(emergency), Map.of(byHand.id(), byHand), 3, null);

        assertThat(outcomes(verdict)).containsExactly("exemption-ended", "locked");
        assertThat(verdict.made().get(1).reason()).endsWith("Because");
        assertThat(verdict.made().get(1).until()).isEqualTo(POLLS_CLOSE);
    }

    @Test
    void whileAnEmergencyLastsNothingLocksUntilSomebodyClosesIt() {
        AccessDecision lock = AccessDecision.locked(
                        WIGAN.localParty(), WIGAN.seat(), AccessDecision.POLICY, NOW, POLLS_CLOSE, "Over")
                .on(POLICY, weeks(501).get(0));
        UUID opened = UUID.randomUUID();
        Respite emergency = respite(Respites.BREAK_GLASS, opened, NOW.plusSeconds(60), lock.id());

        Verdict during = judge(POLICY, List.of(emergency), Map.of(lock.id(), lock), 900, null);
        assertThat(during.made()).isEmpty();
        assertThat(during.standing().state()).isEqualTo("exempt");

        Verdict closed =
                judge(POLICY, List.of(emergency), Map.of(lock.id(), lock), 501, new Ending(opened, "hq", "It is over"));
        assertThat(outcomes(closed)).containsExactly("exemption-ended", "locked");
        assertThat(closed.made().get(0).decidedBy()).isEqualTo("hq");
        assertThat(outcomes(judge(
                        POLICY,
                        List.of(emergency),
                        Map.of(lock.id(), lock),
                        300,
                        new Ending(opened, "hq", "It is over"))))
                .containsExactly("exemption-ended");
    }

    @Test
    void anEmergencyOpeningThatNobodyConfirmedEndsAndTheCountIsJudgedAgain() {
        AccessDecision lock = AccessDecision.locked(
                        WIGAN.localParty(),
                        WIGAN.seat(),
                        AccessDecision.POLICY,
                        NOW.minusSeconds(9),
                        POLLS_CLOSE,
                        "Over")
                .on(POLICY, weeks(501).get(0));
        Respite unconfirmed = new Respite(
                UUID.randomUUID(),
                Respites.BREAK_GLASS,
                WIGAN.localParty(),
                WIGAN.seat(),
                "Polling day",
                NOW,
                lock.id(),
                true,
                true);

        Verdict over = judge(POLICY, List.of(unconfirmed), Map.of(lock.id(), lock), 501, null);
        assertThat(outcomes(over)).containsExactly("exemption-ended", "locked");
        assertThat(over.made().get(0).reason()).startsWith("Nobody confirmed the emergency opening within a day");
        assertThat(outcomes(judge(POLICY, List.of(unconfirmed), Map.of(lock.id(), lock), 300, null)))
                .containsExactly("exemption-ended");
    }

    @Test
    void whereALocalPartyDoesNotWorkAnyMoreThePolicyNeitherWarnsNorLocks() {
        AccessDecision lock = AccessDecision.locked(
                        WIGAN.localParty(),
                        WIGAN.seat(),
                        AccessDecision.POLICY,
                        NOW.minusSeconds(9),
                        POLLS_CLOSE,
                        "Over")
                .on(POLICY, weeks(501).get(0));
        Respite notice = respite(Respites.NOTICE, lock.id(), NOW.plusSeconds(60), null);
        Situation elsewhere = new Situation(
                WIGAN,
                POLICY,
                BattlegroundClass.NON_BATTLEGROUND,
                false,
                null,
                Map.of(lock.id(), lock),
                List.of(notice),
                weeks(501),
                Map.of());

        assertThat(outcomes(elsewhere.judge(weeks(501), null, NOW))).containsExactly("notice-ended");
    }

    private static Verdict judge(
            AccessPolicy policy, List<Respite> respites, Map<UUID, AccessDecision> cited, long doors, Ending ending) {
        return new Situation(
                        WIGAN,
                        policy,
                        BattlegroundClass.NON_BATTLEGROUND,
                        true,
                        null,
                        cited,
                        respites,
                        weeks(doors),
                        Map.of())
                .judge(weeks(doors), ending, NOW);
    }

    private static Respite respite(String kind, UUID decision, Instant until, UUID opened) {
        return new Respite(
                decision, kind, WIGAN.localParty(), WIGAN.seat(), "For a reason", until, opened, true, false);
    }

    private static List<WeekContacts> weeks(long doors) {
        return List.of(new WeekContacts(IsoWeek.of(LocalDate.parse("2015-04-14")), Map.of(Channel.DOORSTEP, doors)));
    }

    private static List<String> outcomes(Verdict verdict) {
        return verdict.made().stream().map(AccessDecision::outcome).toList();
    }

    private static AccessPolicy policy(int version, Duration notice) {
        return new AccessPolicy(
                version,
                500,
                400,
                EnumSet.of(Channel.DOORSTEP, Channel.PHONE),
                EnumSet.of(BattlegroundClass.NON_BATTLEGROUND),
                notice,
                Duration.ofHours(12),
                Instant.MIN,
                POLLS_CLOSE);
    }
}
