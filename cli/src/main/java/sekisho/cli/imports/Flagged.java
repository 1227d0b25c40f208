package sekisho.cli.imports;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the refused rows compare with those that the file marks as overdrafts that were not allowed.
 *
 * @param marked by the file
 * @param refused here for want of money
 * @param both marked and refused
 */
record Flagged(int marked, int refused, int both) {

    static Flagged of(BitSet marked, BitSet refused) {
        BitSet both = (BitSet) marked.clone();
        both.and(refused);
        return new Flagged(marked.cardinality(), refused.cardinality(), both.cardinality());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("marked", marked);
        json.put("refused", refused);
        json.put("both", both);
        return json;
    }

    /** Whether exactly the marked rows were refused. */
    boolean same() {
        return marked == both && refused == both;
    }
}
