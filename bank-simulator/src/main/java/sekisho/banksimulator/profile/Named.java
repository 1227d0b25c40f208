package sekisho.banksimulator.profile;

/** A text in both languages. */
public record Named(String ja, String en) {

    /** The text in English, or else in Japanese. */
    public String in(boolean english) {
        return english ? en : ja;
    }
}
