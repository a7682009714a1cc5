package uk.hustings.local;

import java.io.UncheckedIOException;
import java.util.List;
import uk.hustings.local.process.Program.ProgramFailed;
import uk.hustings.local.suite.SuiteFailure;

/** The program behind the script {@code hustings}: its first argument says what to do. */
public final class Hustings {

    private Hustings() {}

    /** Ends with 0 if it could do what was asked, 1 if not, 2 if the question was wrong. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        Invocation invocation = Invocation.here();
        String command = arguments.isEmpty() ? "help" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        try {
            return switch (command) {
                case "up" -> new UpCommand(invocation).run(rest);
                case "down" -> new DownCommand(invocation).run();
                case "status" -> new StatusCommand(invocation).run();
                case "demo" -> new DemoCommand(invocation).run();
                case "token" -> new TokenCommand(invocation).run(rest);
                case "bench" -> new BenchCommand(invocation).run(rest);
                case "api" -> new ApiCommand(invocation).run();
                case "backtest" -> new BacktestCommand(invocation).run(rest);
                case "users" -> new UsersCommand().run();
                default -> {
                    System.err.println("There is no command " + command + ". See: ./hustings help");
                    yield 2;
                }
            };
        } catch (SuiteFailure | ProgramFailed | UncheckedIOException failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }
}
