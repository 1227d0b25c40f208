package sekisho.identity;

import sekisho.formats.matching.Attribute;

/**
 * One thing that evidence says about a person.
 *
 * @param value as the source wrote it; dates as ISO 8601 has them
 */
public record VerifiedAttribute(Attribute attribute, String value, Source source) {
    public VerifiedAttribute {
        if (!source.vouched()) {
            throw new IllegalArgumentException("what a person typed is not verified");
        }
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "VerifiedAttribute[" + attribute + ", " + source + "]";
    }
}
