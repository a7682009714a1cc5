package uk.hustings.local.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * What was said against what came true, as a picture: on the diagonal a probability is what it says. A dot's area grows with
 * how often it was said, the bar around it is where nine of ten shares of so many cases would lie if it were right.
 */
final class CalibrationPlot {

    private static final int SIDE = 400;
    private static final int MARGIN = 50;
    private static final double TWO_SIDED_90 = 1.6449;

    private CalibrationPlot() {}

    static String svg(String title, List<JsonNode> bins) {
        StringBuilder svg = new StringBuilder();
        int whole = SIDE + 2 * MARGIN;
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                whole,
                whole);
        add(svg, "<title>%s</title>", title);
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", whole, whole);
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double at = tenth / 10.0;
            add(
                    svg,
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
                    x(at),
                    y(0),
                    x(at),
                    y(1));
            add(
                    svg,
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
                    x(0),
                    y(at),
                    x(1),
                    y(at));
            add(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%d%%</text>", x(at), y(0) + 18, tenth * 10);
            add(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%d%%</text>", x(0) - 6, y(at) + 4, tenth * 10);
        }
        add(svg, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#888\"/>", x(0), y(0), x(1), y(1));
        bins.forEach(bin -> dot(svg, bin));
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">probability that was said</text>",
                whole / 2,
                whole - 8);
        add(svg, "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">came true</text>", whole / 2);
        add(svg, "</svg>");
        return svg.toString();
    }

    private static void dot(StringBuilder svg, JsonNode bin) {
        double said = bin.get("meanProbability").asDouble();
        double came = bin.get("cameTrue").asDouble();
        int told = bin.get("told").asInt();
        double spread = TWO_SIDED_90 * Math.sqrt(said * (1 - said) / told);
        add(
                svg,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#6a6a9c\"/>",
                x(said),
                y(Math.max(0, said - spread)),
                x(said),
                y(Math.min(1, said + spread)));
        add(
                svg,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#2a2a7c\" fill-opacity=\"0.8\"><title>%d times</title></circle>",
                x(said),
                y(came),
                Math.min(12, 2 + Math.sqrt(told) / 3),
                told);
    }

    private static double x(double share) {
        return MARGIN + share * SIDE;
    }

    private static double y(double share) {
        return MARGIN + (1 - share) * SIDE;
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
