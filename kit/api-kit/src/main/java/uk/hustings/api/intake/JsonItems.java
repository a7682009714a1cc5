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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import uk.hustings.api.problem.BrokenJson;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;

/**
 * A JSON body of one list, {@code {"polls": [ … ]}}, read item by item and as strictly as any other body. Texts that belong
 * to the whole may stand before or behind the list.
 *
 * @param <S> an item as it is sent; what it holds is not validated here
 */
public final class JsonItems<S> {

    /** Bytes that an item may have; no more than so much is kept of a body of any size. */
    static final int MOST_IN_ITEM = 1 << 20;

    private final Ration body;
    private final String list;
    private final int mostItems;
    private final ObjectReader reader;
    private final Faults faults = new Faults();
    private final Set<String> known = new TreeSet<>();
    private final Map<String, String> texts = new HashMap<>();

    /** JSON pointer of what is being read. */
    private String place = "";

    private JsonItems(ObjectReader reader, InputStream body, String list, int mostItems) {
        // Behind an item there is more; what is behind the list is looked at here.
        this.reader = reader.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.body = new Ration(body, MOST_IN_ITEM);
        this.list = list;
        this.mostItems = mostItems;
        known.add(list);
    }

    /** Lets a text stand beside the list; it may be left out or null. */
    public JsonItems<S> withText(String field) {
        known.add(field);
        return this;
    }

    /** A text that stood beside the list; null if it did not. To be asked when everything was read. */
    public String text(String field) {
        return texts.get(field);
    }

    /**
     * Nothing is read yet.
     *
     * @param utf8 stays open
     * @param list name of the one field, which holds the list
     * @param mostItems how many items the list may have
     */
    public static <S> JsonItems<S> of(ObjectMapper json, InputStream utf8, String list, Class<S> type, int mostItems) {
        return new JsonItems<>(json.readerFor(type), utf8, list, mostItems);
    }

    /**
     * Reads every item, once. One with a fault gives nothing, and the others are read all the same so that every fault is
     * told at once.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT naming each field at fault; BROKEN_BODY if this is no such
     *     JSON or an item is too large; BODY_TOO_LARGE if there are too many
     */
    public <T> List<T> all(Function<Item, T> reading) {
        List<T> read = new ArrayList<>();
        forEach(reading, read::add);
        return read;
    }

    /** As {@link #all}, handing on each item as soon as it is read; whether a later one is at fault is not known then. */
    public <T> void forEach(Function<Item, T> reading, Consumer<? super T> taker) {
        try (JsonParser parser = reader.createParser(body).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            enter(parser);
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                Item item = item(parser, index);
                faults.unless(() -> reading.apply(item), taker);
                body.grant();
            }
            leave(parser);
        } catch (Ration.UsedUp tooLarge) {
            throw BrokenJson.problem(place, "must not have more than %d MiB".formatted(MOST_IN_ITEM >> 20));
        } catch (JsonProcessingException fault) {
            throw BrokenJson.problem(fault, place);
        } catch (CharConversionException notText) {
            throw BrokenJson.problem(place, "is not in UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        faults.refuse();
    }

    private void enter(JsonParser parser) throws IOException {
        place = "";
        expect(parser.nextToken() == JsonToken.START_OBJECT, "must be an object with the field " + list);
        expect(readTexts(parser), "must have the field " + list);
        place = "/" + list;
        expect(parser.nextToken() == JsonToken.START_ARRAY, "must be a list");
    }

    /** @return whether the list comes next rather than the end of the object */
    private boolean readTexts(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            place = "/" + field;
            expect(known.contains(field), "is not a field of this body; known are " + known);
            if (field.equals(list)) {
                return true;
            }
            JsonToken value = parser.nextToken();
            expect(value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL, "must be a text");
            texts.put(field, reader.forType(String.class).readValue(parser));
        }
        place = "";
        return false;
    }

    private Item item(JsonParser parser, int index) throws IOException {
        place = "/%s/%d".formatted(list, index);
        if (index == mostItems) {
            throw ProblemType.BODY_TOO_LARGE.because(
                    "The list %s has more than %d items; nothing was written.".formatted(list, mostItems));
        }
        expect(parser.currentToken() != JsonToken.VALUE_NULL, "must not be null");
        return new Item(reader.readValue(parser), place);
    }

    private void leave(JsonParser parser) throws IOException {
        expect(!readTexts(parser), "must not stand twice");
        expect(parser.nextToken() == null, "must end where its object ends");
    }

    private void expect(boolean fact, String otherwise) {
        if (!fact) {
            throw BrokenJson.problem(place, otherwise);
        }
    }

    /** One item of the list. */
    public final class Item {

        private final S value;
        private final String place;

        private Item(S value, String place) {
            this.value = value;
            this.place = place;
        }

        public S value() {
            return value;
        }

        /** JSON pointer of the item, for example {@code /polls/3}. */
        public String place() {
            return place;
        }

        /** @param pointer of the field within the item, for example {@code /sampleSize} */
        public void fault(String pointer, String detail) {
            faults.add(FieldError.at(place + pointer, detail));
        }
    }
}
