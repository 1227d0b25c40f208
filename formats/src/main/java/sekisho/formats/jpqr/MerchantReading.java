package sekisho.formats.jpqr;

/** What became of reading a shop's code. */
public sealed interface MerchantReading {

    /** It is a code of JPQR. */
    record Read(MerchantCode code) implements MerchantReading {}

    /** It is none. */
    record Refused(CodeRefusal reason) implements MerchantReading {}
}
