package sekisho.server.json;

/** How values of one type are written. */
public sealed interface Form<T> permits TextForm, NumberForm {

    Class<T> type();

    /** What a value looks like, to follow "is not ". */
    String description();

    /**
     * Reads a value from an address or a header.
     *
     * @throws BadValue if it does not have the form
     */
    T parse(String text);
}
