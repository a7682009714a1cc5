package uk.hustings.local;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The options with which this JVM was started, class path included, to start another one like it. */
final class ProcessArguments {

    private ProcessArguments() {}

    static List<String> ofThisJvm() {
        List<String> arguments =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        arguments.add("-cp");
        arguments.add(System.getProperty("java.class.path"));
        return arguments;
    }
}
