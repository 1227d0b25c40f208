package sekisho.cli.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the wallets' ends compare with the last balances that the file prints for them.
 *
 * @param compared wallets of the file
 * @param equal the same to the last minor unit
 * @param near up to {@link #NEAR} apart: the file's rounding
 * @param far more than that apart
 * @param largest the largest difference, minor units, without sign
 * @param sum of all ends less the file's, minor units
 */
record Differences(int compared, int equal, int near, int far, long largest, long sum) {
    /** 1.00, in minor units. */
    static final long NEAR = 100;

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("compared", compared);
        json.put("equal", equal);
        json.put("near", near);
        json.put("far", far);
        json.put("largest", largest);
        json.put("sum", sum);
        return json;
    }

    /**
     * Compares.
     *
     * @param balances of the wallets, by their number
     */
    static Differences of(Accounts accounts, Owners owners, Map<Long, Long> balances) {
        int compared = 0;
        int equal = 0;
        int near = 0;
        long largest = 0;
        long sum = 0;
        for (int i = 0; i < accounts.count(); i++) {
            if (accounts.kind(i) != Party.Kind.WALLET) {
                continue;
            }
            Long balance = balances.get(owners.wallet(i).value());
            if (balance == null) {
                throw new IllegalStateException("a wallet of the file is not in the engine");
            }
            long difference = balance - accounts.last(i);
            compared++;
            equal += difference == 0 ? 1 : 0;
            near += difference != 0 && Math.abs(difference) <= NEAR ? 1 : 0;
            largest = Math.max(largest, Math.abs(difference));
            sum += difference;
        }
        return new Differences(compared, equal, near, compared - equal - near, largest, sum);
    }
}
