package uk.hustings.local.bench.access.decisions;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import uk.hustings.access.AccessMatrix;

/** One decision after the other about the same 100,000 questions, by JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionsBenchmark {

    /** How many different questions are asked, over and over. */
    public static final int QUESTIONS = 100_000;

    private static final long SEED = 2015;

    private AccessQuestion[] questions;
    private OurRules ours;
    private CasbinPeer casbin;
    private int next;

    /** Makes the questions, and both who are asked. */
    @Setup
    public void prepare() {
        Population population = new Population(SEED);
        questions = new AccessQuestion.Maker(population, AccessMatrix.load().permissions(), SEED).next(QUESTIONS);
        ours = new OurRules(population);
        casbin = new CasbinPeer(population);
    }

    @TearDown
    public void stop() {
        ours.close();
    }

    @Benchmark
    public boolean hustings() {
        return ours.allows(question());
    }

    @Benchmark
    public boolean jcasbin() {
        return casbin.allows(question());
    }

    private AccessQuestion question() {
        int number = next;
        next = number + 1 == QUESTIONS ? 0 : number + 1;
        return questions[number];
    }
}
