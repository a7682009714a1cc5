package uk.hustings.campaign.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.contact.domain.PhantomRules;

class ContactCheckConfigTest {

    @Test
    void countsAreFlaggedAsDocumentedUnlessToldOtherwise() {
        PhantomRules rules = new SmallRyeConfigBuilder()
                .withMapping(ContactCheckConfig.class)
                .build()
                .getConfigMapping(ContactCheckConfig.class)
                .rules();

        assertThat(rules).isEqualTo(new PhantomRules(0.25, 4, 20, 3, 5, 200, 8, 3));
    }
}
