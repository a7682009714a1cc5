package uk.hustings.local;

import java.time.Duration;
import uk.hustings.local.demo.Story;
import uk.hustings.local.demo.StoryFailed;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.DemoLogin;
import uk.hustings.local.suite.Ports;

/** Tells the story of the suite against the one that runs. */
final class DemoCommand {

    private static final Duration TO_READ = Duration.ofSeconds(4);

    private final Invocation invocation;

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run() {
        Ports ports = invocation.portsOfRunningSuite();
        DemoLogin login = new DemoLogin(ports.tokenEndpoint());
        try {
            new Story(ports.urlOf(App.GATEWAY), login::accessToken, System.out::println, TO_READ).tell();
            return 0;
        } catch (StoryFailed failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }
}
