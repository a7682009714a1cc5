package uk.hustings.campaign;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.hustings.test.RealPostgres;
import uk.hustings.test.Tokens;
import uk.hustings.test.UnknownParameters;

@QuarkusTest
@QuarkusTestResource(
        value = RealPostgres.class,
        initArgs = @ResourceArg(name = "service", value = "campaign"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = SeatsUpstream.class, restrictToAnnotatedClass = false)
class UnknownParameterTest {

    @Test
    void everyOperationRefusesThem() {
        Campaign.awaitReady();

        UnknownParameters.areRefusedByEveryOperation(
                Tokens.nationalOrganiser(),
                Tokens.of("auditor").role("auditor").sign(),
                Tokens.member("local-organiser", "exeter", "E14000698"),
                Tokens.of("key-of-exeter")
                        .role("canvasser")
                        .clientRole("key-holder")
                        .clientRole("seat:E14000698")
                        .localParty("exeter")
                        .sign());
    }
}
