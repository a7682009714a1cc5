package uk.hustings.local.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A backtest as a page of Markdown. */
final class BacktestPage {

    private static final Map<String, String> MODELS = Map.of(
            "hustings", "the forecast",
            "uniform-swing", "uniform national swing",
            "uniform-swing-by-country", "uniform swing by country",
            "last-constituency-poll", "last constituency poll");
    private static final Map<String, String> MEASURES =
            Map.of("rightWinners", "right winners", "brier", "Brier score", "logScore", "log score");

    private final String electionId;
    private final JsonNode backtest;

    /** @param backtest as the API answers it, done */
    BacktestPage(String electionId, JsonNode backtest) {
        this.electionId = electionId;
        this.backtest = backtest;
    }

    String markdown() {
        JsonNode run = backtest.get("run");
        StringBuilder page = new StringBuilder();
        line(page, "# Backtest of %s, as of %s", electionId, run.get("asOf").asText());
        line(page, "");
        line(
                page,
                "Written by `./hustings backtest %s %s`; read [README.md](README.md) for what it means. %,d elections drawn for"
                        + " each model, seed %d, parameters version %s, inputs `%s`.",
                electionId,
                run.get("asOf").asText(),
                run.get("elections").asInt(),
                run.get("seed").asLong(),
                run.get("parametersVersion").asText(),
                run.get("inputsHash").asText());
        line(page, "");
        models(page);
        differences(page);
        parties(page);
        calibration(page);
        return page.toString();
    }

    private void models(StringBuilder page) {
        line(page, "## Scores on the seats of Great Britain");
        line(page, "");
        line(
                page,
                "A peer names the party that it expects to be ahead; its probabilities come from the same kinds of error as ours,");
        line(page, "drawn around its own expectation.");
        line(page, "");
        line(
                page,
                "| model | seats | right winners | Brier score | log score | error of shares (points) | 90%% intervals of shares that hold |");
        line(page, "|---|---|---|---|---|---|---|");
        for (JsonNode model : result("models")) {
            line(
                    page,
                    "| %s | %d | %d | %.3f | %.3f | %.2f | %.1f%% |",
                    MODELS.get(model.get("model").asText()),
                    model.get("seats").asInt(),
                    model.get("rightWinners").asInt(),
                    model.get("brier").asDouble(),
                    model.get("logScore").asDouble(),
                    model.get("rmsePts").asDouble(),
                    100 * model.get("coverage").asDouble());
        }
        line(page, "");
    }

    private void differences(StringBuilder page) {
        line(page, "## The forecast less each peer, on the seats that both speak of");
        line(page, "");
        line(page, "With the 90%% interval of a paired bootstrap over seats.");
        line(page, "");
        line(page, "| peer | measure | seats | difference | 90%% interval |");
        line(page, "|---|---|---|---|---|");
        for (JsonNode difference : result("differences")) {
            String format = difference.get("measure").asText().equals("rightWinners") ? "%.0f" : "%.3f";
            line(
                    page,
                    "| %s | %s | %d | " + format + " | " + format + " to " + format + " |",
                    MODELS.get(difference.get("peer").asText()),
                    MEASURES.get(difference.get("measure").asText()),
                    difference.get("seats").asInt(),
                    difference.get("difference").asDouble(),
                    difference.get("low").asDouble(),
                    difference.get("high").asDouble());
        }
        line(page, "");
    }

    private void parties(StringBuilder page) {
        line(page, "## Seats by party");
        line(page, "");
        line(page, "| party | actual | expected | favourite in | 90%% interval | holds |");
        line(page, "|---|---|---|---|---|---|");
        for (JsonNode party : forecast().get("parties")) {
            line(
                    page,
                    "| %s | %d | %.1f | %d | %d to %d | %s |",
                    party.get("party").asText(),
                    party.get("actualSeats").asInt(),
                    party.get("expectedSeats").asDouble(),
                    party.get("favouriteSeats").asInt(),
                    party.get("lowSeats").asInt(),
                    party.get("highSeats").asInt(),
                    party.get("holds").asBoolean() ? "yes" : "no");
        }
        line(page, "");
    }

    private void calibration(StringBuilder page) {
        line(page, "## What was said and what came true");
        line(page, "");
        line(page, "![Calibration of %s](calibration-%s.svg)", electionId, electionId);
        line(page, "");
        line(page, "Every probability that the forecast gave to a party in a seat.");
        line(page, "");
        line(page, "| probability | said so often | mean of those | came true |");
        line(page, "|---|---|---|---|");
        for (JsonNode bin : bins()) {
            line(
                    page,
                    "| %.2f to %.2f | %d | %.3f | %.3f |",
                    bin.get("from").asDouble(),
                    bin.get("to").asDouble(),
                    bin.get("told").asInt(),
                    bin.get("meanProbability").asDouble(),
                    bin.get("cameTrue").asDouble());
        }
    }

    /** Bins of the forecast's own calibration. */
    List<JsonNode> bins() {
        return StreamSupport.stream(forecast().get("calibration").spliterator(), false)
                .toList();
    }

    private JsonNode forecast() {
        return result("models").get(0);
    }

    private JsonNode result(String field) {
        return backtest.at("/result/" + field);
    }

    private static void line(StringBuilder page, String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
