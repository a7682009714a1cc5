package uk.hustings.polls.reading.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Share;

/**
 * Where the figures of a series are going, over all its waves.
 *
 * @param waves two or more
 * @param shares of every answer that two waves give
 * @param lead of the answer that was asked about; null if two waves do not give it
 */
public record Trend(Series series, List<Wave> waves, List<Line> shares, Line lead) {

    /**
     * One figure over the waves that give it.
     *
     * @param change from the first of them to the last
     * @param per30DaysPts slope of the least-squares line; null if all were taken on one day
     * @param per30DaysSdPts standard deviation of the slope by sampling alone; null with the slope, or if a base is not
     *     known
     */
    public record Line(
            int waves, double firstPts, double lastPts, Change change, Double per30DaysPts, Double per30DaysSdPts) {}

    private static final int DAYS = 30;

    private record Point(long day, double pts, Double sdPts) {}

    /**
     * Those series that have a trend; none if there is no series at all.
     *
     * @throws Unanswerable SECOND_WAVE if there are series and none has two waves
     */
    public static List<Series> seriesWith(List<Series> all) {
        List<Series> some =
                all.stream().filter(series -> series.polls().size() > 1).toList();
        if (some.isEmpty() && !all.isEmpty()) {
            throw new Unanswerable(Unanswerable.Lack.SECOND_WAVE, whyNone(all));
        }
        return some;
    }

    /**
     * The trend of one series.
     *
     * @param series has two waves or more
     * @param named whose lead is told; null for whoever is ahead in the last poll
     */
    public static Trend of(Series series, String named, Figures figures) {
        List<Wave> waves = series.waves(named, figures);
        Map<String, List<Point>> shares = new LinkedHashMap<>();
        List<Point> leads = new ArrayList<>();
        for (Wave wave : waves) {
            long day = wave.polled().day().toEpochDay();
            Integer base = wave.polled().base(figures);
            for (Share share : wave.shares()) {
                shares.computeIfAbsent(share.option(), option -> new ArrayList<>())
                        .add(new Point(day, share.pct().doubleValue(), Sampling.ofShare(share, base)));
            }
            if (wave.lead() != null) {
                leads.add(new Point(day, wave.lead().pts(), wave.lead().samplingSdPts()));
            }
        }
        List<Line> lines = shares.entrySet().stream()
                .filter(share -> share.getValue().size() > 1)
                .map(share -> line(share.getKey(), share.getValue()))
                .toList();
        String leading = waves.stream()
                .flatMap(wave -> Stream.ofNullable(wave.lead()))
                .map(NamedLead::option)
                .findFirst()
                .orElse(null);
        return new Trend(series, waves, lines, leads.size() > 1 ? line(leading, leads) : null);
    }

    private static Line line(String option, List<Point> points) {
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        double meanDay = points.stream().mapToLong(Point::day).average().orElseThrow();
        double spread = 0;
        double together = 0;
        Double variance = 0.0;
        for (Point point : points) {
            double away = point.day - meanDay;
            spread += away * away;
            together += away * point.pts;
            variance = variance == null || point.sdPts == null
                    ? null
                    : Double.valueOf(variance + away * away * point.sdPts * point.sdPts);
        }
        return new Line(
                points.size(),
                first.pts,
                last.pts,
                new Change(option, last.pts - first.pts, Sampling.ofDifference(first.sdPts, last.sdPts)),
                spread == 0 ? null : Double.valueOf(DAYS * together / spread),
                spread == 0 || variance == null ? null : Double.valueOf(DAYS * Math.sqrt(variance) / spread));
    }

    private static String whyNone(List<Series> all) {
        Series only = all.get(0);
        return all.size() == 1
                ? "The %s question was asked once by %s, and fieldwork ended on %s."
                        .formatted(
                                Codes.codeOf(only.key().question()),
                                only.key().pollster(),
                                only.polls().get(0).day())
                : "Each of these %d questions was asked once by its pollster in its area.".formatted(all.size());
    }
}
