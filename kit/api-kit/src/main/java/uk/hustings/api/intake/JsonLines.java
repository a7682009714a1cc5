package uk.hustings.api.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Function;
import uk.hustings.api.problem.BrokenJson;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/**
 * A body of JSON objects, one in each line (NDJSON), read line by line and as strictly as any other body.
 *
 * @param <S> a line as it is sent; what it holds is not validated here
 */
public final class JsonLines<S> {

    private final Ration body;
    private final int mostLines;
    private final ObjectReader reader;
    private final Faults faults = new Faults();
    private int line = 1;

    private JsonLines(ObjectReader reader, InputStream body, int mostLines) {
        this.reader = reader.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.body = new Ration(body, JsonItems.MOST_IN_ITEM);
        this.mostLines = mostLines;
    }

    /**
     * Nothing is read yet.
     *
     * @param utf8 stays open
     * @param mostLines how many objects the body may have
     */
    public static <S> JsonLines<S> of(ObjectMapper json, InputStream utf8, Class<S> type, int mostLines) {
        return new JsonLines<>(json.readerFor(type), utf8, mostLines);
    }

    /**
     * Reads every line, once, and hands on what is made of each. One with a fault gives nothing, and the others are read all
     * the same so that every fault is told at once; whether a later one is at fault is not known when one is handed on.
     *
     * @throws Problem INVALID_INPUT naming each line and field at fault; BROKEN_BODY if this is no such JSON or a line is
     *     too long; BODY_TOO_LARGE if there are too many
     */
    public <T> void forEach(Function<Line, T> reading, Consumer<? super T> taker) {
        try (JsonParser parser = reader.createParser(body).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            int lastLine = 0;
            for (int lines = 0; parser.nextToken() != null; lines++) {
                line = parser.currentTokenLocation().getLineNr();
                if (lines == mostLines) {
                    throw ProblemType.BODY_TOO_LARGE.because(
                            "The body has more than %d lines; nothing was written.".formatted(mostLines));
                }
                expect(parser.currentToken() == JsonToken.START_OBJECT, "must be an object");
                expect(line > lastLine, "must begin in a line of its own");
                Line item = new Line(reader.readValue(parser), line);
                lastLine = parser.currentLocation().getLineNr();
                faults.unless(() -> reading.apply(item), taker);
                body.grant();
            }
            expect(lastLine > 0, "must have at least one line");
        } catch (Ration.UsedUp tooLong) {
            throw broken("", "must not have more than %d MiB".formatted(JsonItems.MOST_IN_ITEM >> 20));
        } catch (JsonProcessingException fault) {
            throw inLine(BrokenJson.problem(fault, ""));
        } catch (CharConversionException notText) {
            throw broken("", "is not in UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        faults.refuse();
    }

    private void expect(boolean fact, String otherwise) {
        if (!fact) {
            throw broken("", otherwise);
        }
    }

    private Problem broken(String pointer, String detail) {
        return inLine(BrokenJson.problem(pointer, detail));
    }

    private Problem inLine(Problem problem) {
        return problem.type()
                .because(problem.getMessage())
                .withErrors(problem.errors().stream()
                        .map(fault -> new FieldError(fault.pointer(), line, fault.detail()))
                        .toList());
    }

    /** One line. */
    public final class Line {

        private final S value;
        private final int number;

        private Line(S value, int number) {
            this.value = value;
            this.number = number;
        }

        public S value() {
            return value;
        }

        /** From 1. */
        public int number() {
            return number;
        }

        /** @param pointer of the field within the object, for example {@code /contacts} */
        public void fault(String pointer, String detail) {
            faults.add(new FieldError(pointer, number, detail));
        }
    }
}
