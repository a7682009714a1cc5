package uk.hustings.local.bench.faults;

import java.time.Duration;
import uk.hustings.local.process.Processes;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.Suite;

/** What is killed as {@code kill -9} does, and brought back. */
public enum Victim {
    CAMPAIGN("campaign-service") {
        @Override
        void kill(Suite suite) {
            suite.kill(App.CAMPAIGN.module());
        }

        @Override
        void bringBack(Suite suite) {
            suite.restart(App.CAMPAIGN.module());
        }
    },
    POSTGRES("PostgreSQL") {
        @Override
        void kill(Suite suite) {
            ProcessHandle postmaster = suite.postgres().process().orElseThrow();
            postmaster.destroyForcibly();
            Processes.endsWithin(postmaster, Duration.ofSeconds(10));
        }

        @Override
        void bringBack(Suite suite) {
            suite.postgres().start();
        }
    },
    KEYCLOAK("Keycloak") {
        @Override
        void kill(Suite suite) {
            suite.kill("keycloak");
        }

        @Override
        void bringBack(Suite suite) {
            suite.restart("keycloak");
        }
    };

    private final String words;

    Victim(String words) {
        this.words = words;
    }

    abstract void kill(Suite suite);

    /** Returns when it runs again. */
    abstract void bringBack(Suite suite);

    @Override
    public String toString() {
        return words;
    }
}
