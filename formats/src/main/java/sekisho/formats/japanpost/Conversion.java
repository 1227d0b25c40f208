package sekisho.formats.japanpost;

/** What became of a conversion. */
public sealed interface Conversion {

    /** The same account by both names. */
    record Converted(SymbolAndNumber own, BranchAndAccount forOthers) implements Conversion {}

    /** There is no such account. */
    record Refused(ConversionRefusal reason) implements Conversion {}
}
