package sekisho.formats.matching;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a comparison came to; it holds codes and never a name.
 *
 * @param overall whether it is the same person
 * @param each the code of each attribute, NOAP where it could not be compared; all six are there
 */
public record Match(MatchCode overall, Map<Attribute, MatchCode> each) {

    public Match {
        var all = new EnumMap<Attribute, MatchCode>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            all.put(attribute, each.getOrDefault(attribute, MatchCode.NOAP));
        }
        each = Collections.unmodifiableMap(all);
    }
}
