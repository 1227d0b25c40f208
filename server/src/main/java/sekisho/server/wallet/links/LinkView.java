package sekisho.server.wallet.links;

import java.time.Instant;

/**
 * A link as its owner sees it.
 *
 * @param id as in addresses
 * @param mark the first sign of the bank's name
 * @param account masked; empty: nobody said
 * @param status the engine's word, in small letters: {@code waiting_for_holder}
 * @param topUps whether the bank is open for top-ups now
 * @param cashOuts whether the bank is open for cash-outs now
 * @param endedAtBank whether it is closed because the mandate has ended at the bank
 * @param until when time moves it on, in words; empty: never
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
        Instant since,
        String until) {

    public boolean active() {
        return status.equals("active");
    }

    /** On its way through the checkpoint. */
    public boolean underway() {
        return switch (status) {
            case "requested", "at_bank", "waiting_for_holder", "cooling_off" -> true;
            default -> false;
        };
    }

    /** Whether it stands at this station of its way; whoever was asked for is as good as at the bank. */
    public boolean reached(String station) {
        return status.equals(station) || (station.equals("at_bank") && status.equals("requested"));
    }

    public boolean open() {
        return !status.equals("closed");
    }
}
