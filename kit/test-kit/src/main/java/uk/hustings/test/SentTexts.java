package uk.hustings.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Text that people write bears one constraint, {@code @PlainText}, in whichever request body it is sent. */
final class SentTexts {

    /** Names that say of a text that it is free. */
    private static final Set<String> FREE =
            Set.of("comment", "description", "grounds", "label", "message", "name", "note", "reason", "text", "title");

    /** Bodies that a service validates itself, so that it can name every fault at once, by the rules that the constraint has. */
    private static final Set<String> VALIDATED_BY_HAND = Set.of(
            "uk.hustings.campaign.contact.ContactBatch",
            "uk.hustings.campaign.localparty.FoundingOrder",
            "uk.hustings.campaign.localparty.LocalPartyOrder",
            "uk.hustings.campaign.localparty.MergerOrder",
            "uk.hustings.polls.forecast.BacktestOrder",
            "uk.hustings.polls.forecast.ForecastOrder",
            "uk.hustings.polls.forecast.WhatIfOrder",
            "uk.hustings.polls.stated.StatedItem",
            "uk.hustings.polls.stated.StatedPoll",
            "uk.hustings.seats.election.ElectionReturn");

    private static final String VALID = "jakarta.validation.Valid";
    private static final String CONSTRAINT = "uk.hustings.api.text.PlainText";
    private static final String PATTERN = "jakarta.validation.constraints.Pattern";

    /** Those of a method's parameters that are no body. */
    private static final List<String> NO_BODY = List.of(
            "jakarta.ws.rs.BeanParam",
            "org.jboss.resteasy.reactive.RestHeader",
            "org.jboss.resteasy.reactive.RestPath",
            "org.jboss.resteasy.reactive.RestQuery");

    static final ArchRule RULE = methods()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.POST")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.PUT")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.PATCH")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.DELETE")
            .should(takePlainTextOnly())
            .because("no text that people read has control characters, no bound or half a character")
            .allowEmptyShould(true);

    private SentTexts() {}

    private static ArchCondition<JavaMethod> takePlainTextOnly() {
        return new ArchCondition<>("validate their body, and bear @PlainText on each free text of it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaParameter parameter : method.getParameters()) {
                    JavaClass body = parameter.getRawType();
                    if (body.isRecord()
                            && !VALIDATED_BY_HAND.contains(body.getName())
                            && NO_BODY.stream().noneMatch(parameter::isAnnotatedWith)) {
                        if (!parameter.isAnnotatedWith(VALID)) {
                            violated(events, method, "takes %s without @Valid".formatted(body.getName()));
                        }
                        checkTexts(body, new HashSet<>(), method, events);
                    }
                }
            }
        };
    }

    private static void checkTexts(JavaClass sent, Set<JavaClass> seen, JavaMethod method, ConditionEvents events) {
        if (!sent.isRecord() || VALIDATED_BY_HAND.contains(sent.getName()) || !seen.add(sent)) {
            return;
        }
        for (JavaField field : sent.getFields()) {
            if (field.getRawType().isEquivalentTo(String.class)
                    && FREE.contains(field.getName())
                    && !field.isAnnotatedWith(CONSTRAINT)
                    && !field.isAnnotatedWith(PATTERN)) {
                violated(events, method, "takes %s, which lacks @PlainText".formatted(field.getFullName()));
            }
            field.getType().getAllInvolvedRawTypes().forEach(type -> checkTexts(type, seen, method, events));
        }
    }

    private static void violated(ConditionEvents events, JavaMethod method, String fault) {
        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " " + fault));
    }
}
