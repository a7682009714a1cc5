package uk.hustings.local.bench.access.decisions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import uk.hustings.access.AccessMatrix;
import uk.hustings.access.Caller;
import uk.hustings.access.LiveLock;
import uk.hustings.access.Role;

/**
 * The same policy for jCasbin, written down anew: each cell of the access matrix is a policy of its own, and who belongs
 * where are the library's own role graphs. As its manual advises for speed, each permission has an enforcer of its
 * own, so that a question meets only the policies that it can concern; and a question brings the seat's region along.
 */
public final class CasbinPeer {

    private static final String MATRIX = "/uk/hustings/access/access-matrix.csv";

    /** g: roles, g2: regions, g3: seats by record, g4: seats in the token, g5: twins in the token, g6: locked seats. */
    private static final String MATCHER = """
            g(r.sub, p.role) && (p.reach == "all" \
            || (p.reach == "region" && g2(r.sub, r.region)) \
            || ((p.reach == "own" || p.reach == "own+twin") \
            && ((p.closed == "no" && g3(r.sub, r.seat)) \
            || ((p.closed == "no" || (r.locks == "fresh" && !g6(r.sub, r.seat))) \
            && (g4(r.sub, r.seat) || (p.reach == "own+twin" && g5(r.sub, r.seat)))))))""";

    private final Map<String, Enforcer> enforcers = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Population population;

    public CasbinPeer(Population population) {
        this.population = population;
        Map<String, List<List<String>>> graphs = graphs(population);
        try (Reader file =
                        new InputStreamReader(AccessMatrix.class.getResourceAsStream(MATRIX), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                enforcers.put(row.getField("permission"), enforcer(row, graphs));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public boolean allows(AccessQuestion question) {
        return enforcers
                .get(question.permission())
                .enforce(
                        nameOf(question.caller()),
                        question.seat().value(),
                        population.regionOf(question.seat()).orElse(""),
                        question.fresh() ? "fresh" : "stale");
    }

    private static String nameOf(Caller caller) {
        return caller.anonymous() ? "nobody" : caller.subject();
    }

    private static Enforcer enforcer(NamedCsvRecord row, Map<String, List<List<String>>> graphs) {
        Model model = new Model();
        model.addDef("r", "r", "sub, seat, region, locks");
        model.addDef("p", "p", "role, reach, closed");
        graphs.keySet().forEach(graph -> model.addDef("g", graph, "_, _"));
        model.addDef("e", "e", "some(where (p.eft == allow))");
        model.addDef("m", "m", MATCHER);
        Enforcer enforcer = new Enforcer(model);
        enforcer.enableLog(false);
        String closed = row.getField("closed by lock").equals("yes") ? "yes" : "no";
        for (Role role : Role.values()) {
            String reach = row.getField(role.code());
            if (!reach.isEmpty() && !reach.equals("self")) {
                enforcer.addPolicy(role.code(), reach, closed);
            }
        }
        graphs.forEach((graph, links) -> enforcer.addNamedGroupingPolicies(graph, links));
        return enforcer;
    }

    /** A token that contradicts itself gives nothing: two local parties, or one and a role or region beyond it. */
    private static Map<String, List<List<String>>> graphs(Population population) {
        Map<String, List<List<String>>> graphs = new HashMap<>();
        List.of("g", "g2", "g3", "g4", "g5", "g6").forEach(graph -> graphs.put(graph, new ArrayList<>()));
        population.owners().forEach((seat, party) -> graphs.get("g3").add(List.of(party, seat.value())));
        population.locks().stream()
                .filter(lock -> lock.until().isAfter(Population.NOW))
                .forEach(lock -> graphs.get("g6").add(link(lock)));
        for (Caller caller : population.people()) {
            boolean wider = caller.region() != null || caller.roles().stream().anyMatch(Role::isWider);
            if (caller.localParties().size() > (wider ? 0 : 1)) {
                continue;
            }
            String name = nameOf(caller);
            caller.roles().forEach(role -> graphs.get("g").add(List.of(name, role.code())));
            if (caller.region() != null) {
                graphs.get("g2").add(List.of(name, caller.region()));
            }
            caller.localParty().ifPresent(party -> {
                graphs.get("g3").add(List.of(name, party));
                graphs.get("g6").add(List.of(name, party));
                caller.seats().forEach(seat -> graphs.get("g4").add(List.of(name, seat.value())));
                caller.twins().forEach(seat -> graphs.get("g5").add(List.of(name, seat.value())));
            });
        }
        return graphs;
    }

    private static List<String> link(LiveLock lock) {
        return List.of(lock.localParty(), lock.seatCode().value());
    }
}
