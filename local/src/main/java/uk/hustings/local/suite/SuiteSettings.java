package uk.hustings.local.suite;

import java.nio.file.Path;
import java.util.List;
import uk.hustings.local.keycloak.Overlay;

/**
 * What kind of suite to start.
 *
 * @param projectRoot where the built programs and the folder {@code data} lie
 * @param home keeps data, logs and secrets of this suite
 * @param programs keeps what can be shared between suites: unpacked PostgreSQL and Keycloak, class-data archives
 * @param overlays laid over the base realm when Keycloak's database is new
 * @param loadData whether to load the demo's data through the API
 * @param ownsPrograms whether it may change the programs: then its processes write class-data archives at their end,
 *     for faster starts later, and what older builds have left is removed
 */
public record SuiteSettings(
        Path projectRoot,
        Path home,
        Path programs,
        Ports ports,
        List<Overlay> overlays,
        boolean loadData,
        boolean ownsPrograms,
        Progress progress) {

    /** What {@code ./hustings up} starts. */
    public static SuiteSettings demo(Path projectRoot, Ports ports, Progress progress) {
        Path home = projectRoot.resolve(".hustings");
        return new SuiteSettings(
                projectRoot, home, home.resolve("programs"), ports, List.of(Overlay.DEMO), true, true, progress);
    }

    /** A suite for tests: on free ports, in a home of its own that need not exist. */
    public static SuiteSettings test(Path projectRoot, Path home, Progress progress) {
        Path programs = projectRoot.resolve(".hustings/programs");
        return new SuiteSettings(
                projectRoot, home, programs, Ports.free(), List.of(Overlay.DEMO, Overlay.TEST), true, false, progress);
    }

    public SuiteSettings withLoadData(boolean load) {
        return new SuiteSettings(projectRoot, home, programs, ports, overlays, load, ownsPrograms, progress);
    }
}
