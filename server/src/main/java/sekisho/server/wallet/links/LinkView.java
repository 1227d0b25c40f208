package sekisho.server.wallet.links;

import java.time.Instant;

/**
 * A link as its owner sees it.
 *
 * @param id as in addresses
 * @param mark the first sign of the bank's name
 * @param account masked; empty: nobody said
 * @param status {@code requested}, {@code active} or {@code closed}
 * @param topUps whether the bank is open for top-ups now
 * @param cashOuts whether the bank is open for cash-outs now
 * @param endedAtBank whether it is closed because the mandate has ended at the bank
 */
public record LinkView(
        String id,
        String bank,
        String mark,
        String account,
        String status,
        boolean topUps,
        boolean cashOuts,
        boolean endedAtBank,
        Instant since) {

    public boolean active() {
        return status.equals("active");
    }
}
