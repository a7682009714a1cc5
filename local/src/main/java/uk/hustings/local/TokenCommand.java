package uk.hustings.local;

import java.util.List;
import uk.hustings.local.suite.DemoLogin;

/** Prints an access token of a demo user, and nothing else. */
final class TokenCommand {

    private final Invocation invocation;

    TokenCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run(List<String> users) {
        if (users.size() != 1) {
            System.err.println("token needs the name of one demo user. ./hustings users lists them.");
            return 2;
        }
        System.out.println(new DemoLogin(invocation.portsOfRunningSuite().tokenEndpoint()).accessToken(users.get(0)));
        return 0;
    }
}
