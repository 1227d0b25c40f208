package sekisho.formats.jpqr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Cuts texts into objects and puts them together. */
final class DataObjects {
    /** Id and length. */
    private static final int HEAD = 4;

    private static final String CRC_HEAD = "6304";

    private DataObjects() {}

    /** What a text was cut into. */
    sealed interface Cut {
        record Whole(List<DataObject> objects) implements Cut {
            /** The value of the object with an id. */
            Optional<String> value(String id) {
                return objects.stream()
                        .filter(object -> object.id().equals(id))
                        .map(DataObject::value)
                        .findFirst();
            }
        }

        record Refused(CodeRefusal reason) implements Cut {}
    }

    /** Cuts a template's value, or a payload: objects one after the other, none twice. */
    static Cut cut(String text) {
        int[] characters = text.codePoints().toArray();
        var objects = new ArrayList<DataObject>();
        var seen = new HashSet<String>();
        for (int at = 0; at < characters.length; ) {
            int length = at + HEAD > characters.length ? 0 : head(characters, at);
            if (length < 1 || at + HEAD + length > characters.length) {
                return new Cut.Refused(new CodeRefusal.Malformed(at));
            }
            String id = new String(characters, at, 2);
            if (!seen.add(id)) {
                return new Cut.Refused(new CodeRefusal.Repeated(id));
            }
            objects.add(new DataObject(id, new String(characters, at + HEAD, length)));
            at += HEAD + length;
        }
        return new Cut.Whole(List.copyOf(objects));
    }

    /** Cuts a payload: its checksum fits, its format (00) stands first, its checksum (63) last and is left out. */
    static Cut cutPayload(String text, int longest) {
        int length = DataObject.length(text);
        if (length == 0) {
            return new Cut.Refused(new CodeRefusal.Empty());
        }
        if (length > longest) {
            return new Cut.Refused(new CodeRefusal.TooLong(length, longest));
        }
        int end = text.length() - HEAD;
        if (end < HEAD
                || !text.startsWith(CRC_HEAD, end - HEAD)
                || !text.substring(end).matches("[0-9A-F]{4}")) {
            return new Cut.Refused(new CodeRefusal.NoChecksum());
        }
        String computed = Checksum.of(text.substring(0, end));
        if (!computed.equals(text.substring(end))) {
            return new Cut.Refused(new CodeRefusal.BadChecksum(text.substring(end), computed));
        }
        return switch (cut(text)) {
            case Cut.Refused refused -> refused;
            case Cut.Whole(var objects) -> placed(objects);
        };
    }

    /** The payload of objects: their checksum follows. */
    static String payload(List<DataObject> objects) {
        String text = written(objects) + CRC_HEAD;
        return text + Checksum.of(text);
    }

    /** Objects one after the other. */
    static String written(List<DataObject> objects) {
        var text = new StringBuilder();
        for (DataObject object : objects) {
            text.append(object.written());
        }
        return text.toString();
    }

    private static Cut placed(List<DataObject> objects) {
        DataObject first = objects.getFirst();
        if (!first.id().equals("00")) {
            return new Cut.Refused(new CodeRefusal.OutOfPlace("00"));
        }
        if (!first.value().equals("01")) {
            return new Cut.Refused(new CodeRefusal.WrongForm("00"));
        }
        // What looks like a checksum at the end may be the tail of a longer object's value.
        return objects.getLast().id().equals("63")
                ? new Cut.Whole(objects.subList(0, objects.size() - 1))
                : new Cut.Refused(new CodeRefusal.OutOfPlace("63"));
    }

    /** The length that an object's head says; 0 if it is no head. */
    private static int head(int[] characters, int at) {
        for (int i = at; i < at + HEAD; i++) {
            if (characters[i] < '0' || characters[i] > '9') {
                return 0;
            }
        }
        return (characters[at + 2] - '0') * 10 + characters[at + 3] - '0';
    }
}
