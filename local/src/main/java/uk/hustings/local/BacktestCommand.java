package uk.hustings.local;

import java.util.List;
import uk.hustings.local.backtest.BacktestReport;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.DemoLogin;
import uk.hustings.local.suite.Ports;

/** Holds the forecast of a past election against what happened, and writes that to {@code docs/forecast}. */
final class BacktestCommand {

    private static final List<String> GENERAL_ELECTION_OF_2015 = List.of("ge2015", "2015-05-06");

    private final Invocation invocation;

    BacktestCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run(List<String> arguments) {
        List<String> election = arguments.isEmpty() ? GENERAL_ELECTION_OF_2015 : arguments;
        if (election.size() != 2) {
            System.err.println("backtest needs an election and a day, for example: ge2015 2015-05-06");
            return 2;
        }
        Ports ports = invocation.portsOfRunningSuite();
        String token = new DemoLogin(ports.tokenEndpoint()).accessToken("analyst");
        new BacktestReport(ports.urlOf(App.GATEWAY), token, System.out::println)
                .write(
                        election.get(0),
                        election.get(1),
                        invocation.projectRoot().resolve("docs/forecast"));
        return 0;
    }
}
